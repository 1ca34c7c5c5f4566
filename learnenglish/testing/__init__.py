"""What tests need: servers, people, a browser. Nothing of it runs in production."""
