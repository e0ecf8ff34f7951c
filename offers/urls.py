"""Addresses of the offers."""

from django.urls import path

from offers import views

urlpatterns = [
    path("", views.offers, name="offers"),
    path("new/", views.offer_new, name="offer_new"),
    path("import/", views.offer_import, name="offer_import"),
    path("export.csv", views.offers_csv, name="offers_csv"),
    path("rates/", views.rates, name="rates"),
    path("rates/new/", views.rate_new, name="rate_new"),
    path("rates/<uuid:rate_id>/", views.rate, name="rate"),
    path("rates/<uuid:rate_id>/delete/", views.rate_delete, name="rate_delete"),
    path("<uuid:offer_id>/", views.offer, name="offer"),
    path("<uuid:offer_id>/delete/", views.offer_delete, name="offer_delete"),
    path("<uuid:offer_id>/value/", views.offer_value, name="offer_value"),
    path("<uuid:offer_id>/letter/", views.offer_letter, name="offer_letter"),
    path("<uuid:offer_id>/rounds/", views.round_page, name="rounds"),
    path("<uuid:offer_id>/rounds/add/", views.round_add, name="round_add"),
    path("<uuid:offer_id>/terms/new/", views.term_pick, name="term_pick"),
    path("<uuid:offer_id>/terms/new/<slug:kind>/", views.term_new, name="term_new"),
    path("<uuid:offer_id>/terms/<uuid:term_id>/", views.term, name="term"),
    path("<uuid:offer_id>/terms/<uuid:term_id>/move/", views.term_move, name="term_move"),
    path("<uuid:offer_id>/terms/<uuid:term_id>/delete/", views.term_delete, name="term_delete"),
]
