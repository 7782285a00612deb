/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OpenApiRulesTest {

    private static final String PROBLEM =
            "{\"content\": {\"application/problem+json\": {\"example\": {\"status\": 400}}}}";

    private static String document(String operation) {
        return "{\"paths\": {\"/things\": {\"post\": " + operation + "}}}";
    }

    @Test
    void tellsEverythingThatAnOperationLacks() {
        assertThat(
                        OpenApiRules.violations(
                                document(
                                        """
                                        {"requestBody": {"content": {"application/json": {}}},
                                         "responses": {"409": {"content": {"*/*": {}}}}}
                                        """)))
                .containsExactly(
                        "POST /things lacks a summary",
                        "POST /things request application/json lacks an example",
                        "POST /things lacks an answer that is a success",
                        "POST /things lacks the problem 401",
                        "POST /things lacks the problem 403",
                        "POST /things lacks the problem 400",
                        "POST /things 409 */* lacks an example");
    }

    @Test
    void takesNoExampleThatNobodyThoughtOf() {
        assertThat(
                        OpenApiRules.violations(
                                document(
                                        """
                                        {"summary": "s",
                                         "responses": {"401": %s, "403": %s, "200": {"content":
                                          {"*/*": {"example": {"items": [{"name": "name"}]}}}}}}
                                        """
                                                .formatted(PROBLEM, PROBLEM))))
                .containsExactly("POST /things 200 */* lacks an example of name");
    }

    @Test
    void isContentWithADocumentThatTellsAll() {
        assertThat(
                        OpenApiRules.violations(
                                document(
                                        """
                                        {"summary": "s", "responses": {"401": %s, "403": %s,
                                         "204": {}}}
                                        """
                                                .formatted(PROBLEM, PROBLEM))))
                .isEmpty();
        assertThat(OpenApiRules.violations("{}")).containsExactly("The document has no paths");
    }
}
