/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import io.ohmnibus.ocpp.OcppException;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.query.QueryFailed;
import io.ohmnibus.platform.store.TransientErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.BeanInstantiationException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.ServerWebInputException;

/** Which problem an exception is; the one place that decides it. */
final class Problems {

    private static final String TRY_AGAIN = "Something that is needed does not answer; try again";

    private Problems() {}

    static ProblemDetail of(Throwable error) {
        return switch (error) {
            case Problem problem -> problem.getBody();
            case RuleViolation broken -> rule(broken);
            case OcppException invalid -> ocpp(invalid);
            case QueryFailed _ -> plain(HttpStatus.SERVICE_UNAVAILABLE, TRY_AGAIN);
            case WebExchangeBindException invalid -> Violations.fields(invalid).getBody();
            case HandlerMethodValidationException invalid -> Violations.of(invalid).getBody();
            case ServerWebInputException unread -> Violations.of(unread).getBody();
            case DataBufferLimitException _ ->
                    plain(HttpStatus.CONTENT_TOO_LARGE, "The body is too large");
            case ErrorResponse response -> response(response);
            case AuthenticationException _ ->
                    plain(HttpStatus.UNAUTHORIZED, "A valid bearer token is needed");
            case AccessDeniedException _ -> plain(HttpStatus.FORBIDDEN, "This is not allowed");
            case DataIntegrityViolationException _ ->
                    plain(HttpStatus.CONFLICT, "This does not fit what is stored already");
            case Throwable other when TransientErrors.isTransient(other) ->
                    plain(HttpStatus.SERVICE_UNAVAILABLE, TRY_AGAIN);
            // Thrown by a record that refuses its own parameters.
            case BeanInstantiationException refused
                    when refused.getCause() instanceof Problem why ->
                    why.getBody();
            default -> plain(HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here");
        };
    }

    /** The members of the JSON document, in the order that people read them. */
    static Map<String, Object> document(ProblemDetail problem, String path) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.getType() == null ? "about:blank" : problem.getType());
        members.put("title", String.valueOf(problem.getTitle()));
        members.put("status", problem.getStatus());
        String detail = problem.getDetail();
        if (detail != null) {
            members.put("detail", detail);
        }
        members.put("instance", path);
        Map<String, Object> more = problem.getProperties();
        if (more != null) {
            members.putAll(more);
        }
        return members;
    }

    private static ProblemDetail rule(RuleViolation broken) {
        String text = String.valueOf(broken.getMessage());
        return Problem.unprocessable(broken.requirement(), text).getBody();
    }

    private static ProblemDetail ocpp(OcppException invalid) {
        ProblemDetail problem = plain(HttpStatus.BAD_REQUEST, String.valueOf(invalid.getMessage()));
        problem.setProperty("errorCode", invalid.error().code().wireName());
        return problem;
    }

    private static ProblemDetail response(ErrorResponse response) {
        HttpStatusCode status = response.getStatusCode();
        if (status.isSameCodeAs(HttpStatus.NOT_FOUND)) {
            return plain(HttpStatus.NOT_FOUND, "There is nothing at this path");
        }
        if (status.isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE)) {
            return plain(HttpStatus.CONTENT_TOO_LARGE, "The body is too large");
        }
        String detail = response.getBody().getDetail();
        ProblemDetail problem = ProblemDetail.forStatus(status);
        if (detail != null && !status.is5xxServerError()) {
            problem.setDetail(detail);
        }
        return problem;
    }

    private static ProblemDetail plain(HttpStatus status, String detail) {
        return ProblemDetail.forStatusAndDetail(status, detail);
    }
}
