/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Ends a request with an answer in the form of RFC 9457; thrown, or as the error of a Mono. */
public final class Problem extends ErrorResponseException {

    private static final long serialVersionUID = 1L;

    /**
     * One thing that is wrong in a request; {@code field} is a path such as {@code items[2].id}.
     */
    public record Violation(String field, String message) {}

    private Problem(HttpStatus status, ProblemDetail body, @Nullable Throwable cause) {
        super(status, body, cause);
    }

    /** 400: the request cannot be understood. */
    public static Problem badRequest(String detail) {
        return of(HttpStatus.BAD_REQUEST, detail);
    }

    /** 400: one field of the body, a parameter or a header is wrong. */
    public static Problem badRequest(String field, String message) {
        return invalid(List.of(new Violation(field, message)));
    }

    /** 400: several things are wrong. */
    public static Problem invalid(List<Violation> violations) {
        Problem problem = of(HttpStatus.BAD_REQUEST, "The request is not valid");
        problem.getBody().setProperty("errors", violations);
        return problem;
    }

    /** 403: this caller may not. */
    public static Problem forbidden(String detail) {
        return of(HttpStatus.FORBIDDEN, detail);
    }

    /** 404; also for what belongs to another tenant. */
    public static Problem notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    /** 409: it does not fit the state that things are in. */
    public static Problem conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    /** 413: the body is larger than this route takes. */
    public static Problem tooLarge(String detail) {
        return of(HttpStatus.CONTENT_TOO_LARGE, detail);
    }

    /** 422: understood, but not possible. */
    public static Problem unprocessable(String detail) {
        return of(HttpStatus.UNPROCESSABLE_CONTENT, detail);
    }

    /** 422 because of a requirement of the specification, such as {@code K01.FR.16}. */
    public static Problem unprocessable(String requirement, String detail) {
        Problem problem = unprocessable(detail);
        problem.getBody().setProperty("requirement", requirement);
        return problem;
    }

    /** 503: something that is needed does not answer; the same request may succeed later. */
    public static Problem unavailable(String detail) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, detail);
    }

    private static Problem of(HttpStatus status, String detail) {
        return new Problem(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
