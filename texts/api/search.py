"""The search endpoints and their shapes."""

from __future__ import annotations

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema, extend_schema_field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param
from rest_framework.views import APIView

from accounts.models import CefrLevel
from accounts.people import person_of
from texts.models import ResourceKind, Source
from texts.search.ordering import Order
from texts.search.selectors import MAX_PAGE_SIZE, PAGE_SIZE, SearchPage, SearchRequest
from texts.search.services import search_run
from texts.search.suggestions import resource_suggest


class SearchRequestSerializer(serializers.Serializer[dict[str, Any]]):
    """Whether ``q`` can be searched for is the service's to judge."""

    q = serializers.CharField(
        required=False,
        allow_blank=True,
        trim_whitespace=False,
        help_text="Words to search for, up to 200 characters; without them the list is browsed.",
    )
    type = serializers.ChoiceField(choices=ResourceKind.choices, required=False)
    level = serializers.ChoiceField(choices=CefrLevel.choices, required=False)
    # The name of a filter, which hides an attribute of the base class that nobody reads here.
    source = serializers.ChoiceField(  # type: ignore[assignment]
        choices=Source.choices, required=False
    )
    tag = serializers.CharField(
        required=False, max_length=80, help_text="A grammar area or the category of a phrase."
    )
    min_rating = serializers.FloatField(required=False, min_value=0, max_value=100)
    mine = serializers.BooleanField(required=False, help_text="Only what is mine alone.")
    order = serializers.ChoiceField(choices=Order.choices, required=False)
    cursor = serializers.CharField(
        required=False, help_text="From `next` or `previous` of another page."
    )
    page_size = serializers.IntegerField(
        required=False, min_value=1, max_value=MAX_PAGE_SIZE, default=PAGE_SIZE
    )
    exact = serializers.BooleanField(
        required=False, help_text="Search for what was typed, even if that finds nothing."
    )


class FragmentSerializer(serializers.Serializer[Any]):
    """Plain text; `match` tells whether it is what was searched for."""

    text = serializers.CharField()
    match = serializers.BooleanField()


class SearchResultSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField(source="resource.id")
    kind = serializers.ChoiceField(source="resource.kind", choices=ResourceKind.choices)
    text = serializers.CharField(source="resource.text")
    level = serializers.CharField(source="resource.level", help_text='"" where unknown.')
    level_is_estimate = serializers.BooleanField(help_text="Worked out, not from a list of levels.")
    source = serializers.ChoiceField(  # type: ignore[assignment]
        source="resource.source", choices=Source.choices
    )
    tag = serializers.CharField(help_text='"" where there is none.')
    rating_score = serializers.FloatField(source="resource.rating_score", help_text="0 to 100.")
    created_at = serializers.DateTimeField(source="resource.created_at")
    title = FragmentSerializer(many=True)
    snippet = FragmentSerializer(many=True)


class FacetCountSerializer(serializers.Serializer[Any]):
    value = serializers.CharField()
    count = serializers.IntegerField()


class FacetsSerializer(serializers.Serializer[Any]):
    """How many results each value of a filter would give."""

    kind = FacetCountSerializer(many=True)
    level = FacetCountSerializer(many=True)
    source = FacetCountSerializer(many=True)  # type: ignore[assignment]


class SearchPageSerializer(serializers.Serializer[Any]):
    """The addresses `next` and `previous` come in the context.

    `showing_for` is the spelling searched for instead of `query`, if another one was.

    `relaxed`: nothing has all the words, so these have some of them.
    """

    query = serializers.CharField()
    showing_for = serializers.CharField(allow_null=True)
    relaxed = serializers.BooleanField()
    suggestions = serializers.ListField(child=serializers.CharField())
    count = serializers.IntegerField()
    facets = FacetsSerializer()
    next = serializers.SerializerMethodField()
    previous = serializers.SerializerMethodField()
    results = SearchResultSerializer(many=True)

    @extend_schema_field(serializers.URLField(allow_null=True))
    def get_next(self, page: SearchPage) -> str | None:
        return self.context.get("next")

    @extend_schema_field(serializers.URLField(allow_null=True))
    def get_previous(self, page: SearchPage) -> str | None:
        return self.context.get("previous")


class TitleSerializer(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    kind = serializers.ChoiceField(choices=ResourceKind.choices)
    text = serializers.CharField()
    level = serializers.CharField(help_text='"" where unknown.')


class TitlesSerializer(serializers.Serializer[Any]):
    suggestions = TitleSerializer(many=True)


class SearchView(APIView):
    @extend_schema(parameters=[SearchRequestSerializer], responses=SearchPageSerializer)
    def get(self, request: Request) -> Response:
        """Search for explanations, or browse them without `q`."""
        serializer = SearchRequestSerializer(data=request.query_params)
        serializer.is_valid(raise_exception=True)
        page = search_run(
            user=person_of(request), wanted=SearchRequest(**serializer.validated_data)
        )
        links = {
            "next": _link(request, page.next_cursor),
            "previous": _link(request, page.previous_cursor),
        }
        return Response(SearchPageSerializer(page, context=links).data)


class SuggestView(APIView):
    @extend_schema(
        parameters=[OpenApiParameter("q", OpenApiTypes.STR, description="What is typed so far.")],
        responses=TitlesSerializer,
    )
    def get(self, request: Request) -> Response:
        """Up to eight headwords and titles that begin like `q`, the likeliest first."""
        found = resource_suggest(user=person_of(request), typed=request.query_params.get("q", ""))
        return Response(TitlesSerializer({"suggestions": found}).data)


def _link(request: Request, cursor: str | None) -> str | None:
    url = request.build_absolute_uri()
    if cursor is None:
        return None
    return replace_query_param(remove_query_param(url, "cursor"), "cursor", cursor)
