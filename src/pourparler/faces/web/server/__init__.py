"""The server itself: its application, what it is answered from, what it refuses, what it says when it cannot."""
