"""Addresses of the offers."""

from django.urls import path

from offers import views

urlpatterns = [
    path("", views.offers, name="offers"),
    path("new/", views.offer_new, name="offer_new"),
    path("<uuid:offer_id>/", views.offer, name="offer"),
    path("<uuid:offer_id>/delete/", views.offer_delete, name="offer_delete"),
    path("<uuid:offer_id>/extras/new/", views.extra_new, name="extra_new"),
    path("<uuid:offer_id>/extras/<uuid:extra_id>/", views.extra, name="extra"),
    path("<uuid:offer_id>/extras/<uuid:extra_id>/move/", views.extra_move, name="extra_move"),
    path("<uuid:offer_id>/extras/<uuid:extra_id>/delete/", views.extra_delete, name="extra_delete"),
]
