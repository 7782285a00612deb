/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.core.Ordered;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Gives each body of a request and of an answer an example where it has none. */
final class BodyExamples implements GlobalOpenApiCustomizer, Ordered {

    private static final String COMPONENTS = "#/components/schemas/";

    private final ExampleValues values = ExampleValues.load();

    /** After those that add operations. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void customise(OpenAPI api) {
        Map<String, ObjectNode> schemas = new HashMap<>();
        api.getComponents()
                .getSchemas()
                .forEach((name, schema) -> schemas.put(name, (ObjectNode) json(schema)));
        SchemaExamples examples = SchemaExamples.whole(schemas, COMPONENTS, values);
        api.getPaths()
                .values()
                .forEach(path ->
                        path.readOperations().forEach(operation -> complete(operation, examples)));
    }

    private void complete(Operation operation, SchemaExamples examples) {
        RequestBody body = operation.getRequestBody();
        if (body != null) {
            complete(operation.getOperationId() + ".request", body.getContent(), examples);
        }
        operation
                .getResponses()
                .forEach((_, response) ->
                        complete(
                                operation.getOperationId() + ".answer",
                                response.getContent(),
                                examples));
    }

    private void complete(String name, @Nullable Content content, SchemaExamples examples) {
        if (content == null) {
            return;
        }
        content.forEach((type, body) -> {
            if (body.getSchema() != null
                    && body.getExample() == null
                    && (body.getExamples() == null || body.getExamples().isEmpty())
                    && !type.equals("application/problem+json")) {
                body.setExample(
                        type.startsWith("text/") || type.endsWith("ndjson")
                                ? values.text(name + ".text")
                                : tree(example(name, body, examples)));
            }
        });
    }

    private static Object tree(Object example) {
        return read(JsonMapper.shared().writeValueAsString(example));
    }

    private Object example(String name, MediaType body, SchemaExamples examples) {
        Object given = values.of(name);
        return given == null ? examples.of(json(body.getSchema())) : given;
    }

    /** Of the version that the library writes. */
    private static Object read(String json) {
        try {
            return Json31.mapper().readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(Schema<?> schema) {
        try {
            return JsonMapper.shared().readTree(Json31.mapper().writeValueAsString(schema));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
