/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import io.ohmnibus.platform.web.Refuses;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;

/**
 * The problems that an operation may end with: those that it names by {@link Refuses}, and those
 * that the platform answers with for all of its kind.
 */
final class ProblemAnswers {

    private ProblemAnswers() {}

    static void complete(Operation operation, Method method, boolean acts) {
        ApiResponses responses = operation.getResponses();
        if (responses == null) {
            return;
        }
        Map<HttpStatus, String> problems = usual(operation);
        for (Refuses own : method.getAnnotationsByType(Refuses.class)) {
            problems.put(HttpStatus.valueOf(own.value()), own.when());
        }
        if (acts) {
            join(
                    problems,
                    HttpStatus.CONFLICT,
                    "A request with the same Idempotency-Key has not ended");
            join(
                    problems,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "The Idempotency-Key was used for another request");
        }
        problems.forEach((status, when) ->
                responses.addApiResponse(
                        Integer.toString(status.value()), ProblemSchema.response(status, when)));
        responses.addApiResponse("default", ProblemSchema.response());
    }

    private static void join(Map<HttpStatus, String> problems, HttpStatus status, String when) {
        problems.merge(status, when, (own, more) -> own + ". Or: " + more);
    }

    private static Map<HttpStatus, String> usual(Operation operation) {
        Map<HttpStatus, String> problems = new TreeMap<>();
        problems.put(HttpStatus.UNAUTHORIZED, "A valid bearer token is needed");
        problems.put(HttpStatus.FORBIDDEN, "The caller lacks the permission");
        problems.put(HttpStatus.SERVICE_UNAVAILABLE, "Something that is needed does not answer");
        boolean takesBody = operation.getRequestBody() != null;
        boolean takesParameters =
                operation.getParameters() != null && !operation.getParameters().isEmpty();
        if (takesBody || takesParameters) {
            problems.put(HttpStatus.BAD_REQUEST, "A parameter or the body is not valid");
        }
        if (takesBody) {
            problems.put(HttpStatus.CONTENT_TOO_LARGE, "The body is too large");
        }
        if (takesParameters
                && operation.getParameters().stream().anyMatch(one -> "path".equals(one.getIn()))) {
            problems.put(HttpStatus.NOT_FOUND, "The tenant has nothing of that name");
        }
        return problems;
    }
}
