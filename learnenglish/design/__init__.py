"""The component page: every part of the design, made of the parts themselves."""
