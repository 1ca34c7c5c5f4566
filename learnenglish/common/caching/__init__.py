"""Answers kept until what they were made of changes.

``changes`` are generations, kept by the database itself: its triggers write down every change in
the transaction that makes it. ``answers`` keeps answers under the generation they were made in.
"""
