"""What people are told: in the app by the bell, by mail at once or in a digest."""
