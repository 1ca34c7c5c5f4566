"""Who may open what: every address of the site, for everyone who might come.

``table.txt`` says it, one line for each address and method; ``test_access.py`` asks the site.
"""
