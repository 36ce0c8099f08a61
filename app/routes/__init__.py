"""HTTP routes: pages, our own API, and Rasa's two endpoints."""

from app.routes.api import router as api
from app.routes.pages import router as pages
from app.routes.rasa import router as rasa

__all__ = ["api", "pages", "rasa"]
