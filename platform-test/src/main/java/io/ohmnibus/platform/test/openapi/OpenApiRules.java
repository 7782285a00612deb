/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the OpenAPI document of a service tells of each operation. A service holds itself to it in
 * its own test:
 *
 * <pre>assertThat(OpenApiRules.violations(document)).isEmpty();</pre>
 *
 * <p>Examples are made from the schemas; what stands in them is in the modules' {@code
 * openapi-examples.properties}, by name of the property, or by {@code Type.property} where a name
 * means several things. A text whose example is its own name is one that nobody thought of.
 */
public final class OpenApiRules {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private final List<String> violations = new ArrayList<>();

    private OpenApiRules() {}

    /** Everything that is missing, with the operation where it is missing. */
    public static List<String> violations(String document) {
        OpenApiRules rules = new OpenApiRules();
        JsonNode paths = JsonMapper.shared().readTree(document).path("paths");
        if (paths.isEmpty()) {
            rules.violations.add("The document has no paths");
        }
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    rules.check(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.getKey(),
                            operation.getValue());
                }
            }
        }
        return List.copyOf(rules.violations);
    }

    private void check(String name, JsonNode operation) {
        require(name, "a summary", !operation.path("summary").asString("").isBlank());
        examples(name + " request", operation.at("/requestBody/content"));
        boolean succeeds = false;
        for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
            if (answer.getKey().startsWith("2")) {
                succeeds = true;
                examples(name + " " + answer.getKey(), answer.getValue().path("content"));
            }
        }
        require(name, "an answer that is a success", succeeds);
        problems(name, operation);
    }

    private void problems(String name, JsonNode operation) {
        problem(name, operation, "401");
        problem(name, operation, "403");
        if (operation.has("requestBody")) {
            problem(name, operation, "400");
        }
        for (Map.Entry<String, JsonNode> answer : operation.path("responses").properties()) {
            if (answer.getKey().matches("[45][0-9]{2}")) {
                examples(name + " " + answer.getKey(), answer.getValue().path("content"));
            }
        }
    }

    private void problem(String name, JsonNode operation, String status) {
        require(
                name,
                "the problem " + status,
                operation.at("/responses/" + status + "/content").has("application/problem+json"));
    }

    private void examples(String name, JsonNode content) {
        for (Map.Entry<String, JsonNode> body : content.properties()) {
            String where = name + " " + body.getKey();
            JsonNode examples = body.getValue().path("examples");
            JsonNode example =
                    examples.isEmpty()
                            ? body.getValue().path("example")
                            : examples.iterator().next().path("value");
            boolean blank = example.isString() && example.asString().isBlank();
            require(where, "an example", !example.isMissingNode() && !example.isNull() && !blank);
            thoughtOf(where, "", example);
        }
    }

    private void thoughtOf(String where, String field, JsonNode example) {
        if (example.isString()) {
            require(
                    where,
                    "an example of " + field,
                    field.isEmpty() || !example.asString().equals(field));
        }
        example.properties()
                .forEach(member -> thoughtOf(where, member.getKey(), member.getValue()));
        if (example.isArray()) {
            example.forEach(item -> thoughtOf(where, field, item));
        }
    }

    private void require(String where, String what, boolean holds) {
        if (!holds) {
            violations.add(where + " lacks " + what);
        }
    }
}
