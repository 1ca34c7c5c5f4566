"""How the API's description names the kinds of content: one component for each dataclass."""

from __future__ import annotations

from typing import Any

from drf_spectacular.extensions import OpenApiSerializerFieldExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from pydantic import TypeAdapter

from texts.content import Content

_REF = f"#/components/{ResolvedComponent.SCHEMA}/{{model}}"


class ContentFieldExtension(OpenApiSerializerFieldExtension):  # type: ignore[no-untyped-call]
    """``ContentField`` as the union that pydantic describes, its parts among the components."""

    target_class = "texts.api.serializers.ContentField"

    def map_serializer_field(self, auto_schema: AutoSchema, direction: str) -> dict[str, Any]:
        schema: dict[str, Any] = TypeAdapter(Content).json_schema(ref_template=_REF)
        for name, definition in schema.pop("$defs").items():
            component = ResolvedComponent(  # type: ignore[no-untyped-call]
                name, ResolvedComponent.SCHEMA, schema=definition, object=name
            )
            auto_schema.registry.register_on_missing(component)
        return schema
