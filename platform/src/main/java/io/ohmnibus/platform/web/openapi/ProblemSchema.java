/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;

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

    static ApiResponse response() {
        Schema<Object> reference = new Schema<>();
        reference.set$ref("#/components/schemas/" + NAME);
        return new ApiResponse()
                .description("A problem")
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(reference)));
    }
}
