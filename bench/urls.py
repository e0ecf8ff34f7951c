"""The app's addresses, and the bare ones."""

from django.urls import include, path

from bench import bare

urlpatterns = [
    path("bare/<uuid:plan_id>/page/<int:size>/", bare.page),
    path("bare/<uuid:plan_id>/drawn/", bare.drawn),
    path("bare/<uuid:plan_id>/save/", bare.save),
    path("bare/<uuid:plan_id>/pdf/<int:number>/", bare.pdf),
    path("", include("negotiation.urls")),
]
handler500 = "negotiation.views.errors.server_error"
