/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** How every answer that is not a success looks. */
final class ProblemSchema {

    static final String NAME = "Problem";

    private ProblemSchema() {}

    static Schema<?> schema() {
        ObjectSchema violation = new ObjectSchema();
        violation.addProperty("field", new StringSchema());
        violation.addProperty("message", new StringSchema());
        ArraySchema errors = new ArraySchema();
        errors.setDescription("With 400: the fields that are wrong");
        errors.setItems(violation);
        StringSchema requirement = new StringSchema();
        requirement.setDescription("With 422: the OCPP requirement that is not met");
        ObjectSchema problem = new ObjectSchema();
        problem.setDescription("A problem as RFC 9457 describes it");
        problem.addProperty("type", new StringSchema());
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("instance", new StringSchema());
        problem.addProperty("errors", errors);
        problem.addProperty("requirement", requirement);
        problem.setRequired(List.of("type", "title", "status"));
        return problem;
    }

    /** Any problem. */
    static ApiResponse response() {
        return new ApiResponse().description("A problem").content(content(null));
    }

    /** A problem with that status. */
    static ApiResponse response(HttpStatus status, String description) {
        Map<String, Object> example = new LinkedHashMap<>();
        example.put("type", "about:blank");
        example.put("title", status.getReasonPhrase());
        example.put("status", status.value());
        example.put("detail", description);
        if (status == HttpStatus.BAD_REQUEST) {
            example.put("errors", List.of(Map.of("field", "limit", "message", "is 1 to 500")));
        }
        return new ApiResponse().description(description).content(content(example));
    }

    private static Content content(@Nullable Object example) {
        Schema<Object> reference = new Schema<>();
        reference.set$ref("#/components/schemas/" + NAME);
        MediaType problem = new MediaType().schema(reference);
        if (example != null) {
            problem.setExample(Json31.mapper().valueToTree(example));
        }
        return new Content().addMediaType("application/problem+json", problem);
    }
}
