/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web;

import io.ohmnibus.platform.web.Problem.Violation;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.MethodParameter;
import org.springframework.validation.Errors;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says which fields of a request are wrong, without naming our classes. */
final class Violations {

    private Violations() {}

    static Problem fields(Errors errors) {
        return Problem.invalid(stream(errors).toList());
    }

    static Problem of(HandlerMethodValidationException invalid) {
        return Problem.invalid(
                invalid.getParameterValidationResults().stream()
                        .flatMap(Violations::stream)
                        .toList());
    }

    static Problem of(ServerWebInputException unread) {
        if (unread instanceof MissingRequestValueException missing) {
            return Problem.badRequest(missing.getName(), "must be present");
        }
        for (Throwable cause = unread.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            if (cause instanceof JacksonException json) {
                return of(json);
            }
        }
        MethodParameter parameter = unread.getMethodParameter();
        String name = parameter == null ? null : parameter.getParameterName();
        if (name == null || unread.getCause() == null) {
            return Problem.badRequest("The request cannot be read");
        }
        return Problem.badRequest(name, "cannot be read");
    }

    private static Problem of(JacksonException json) {
        if (json instanceof StreamReadException) {
            var place = json.getLocation();
            String where = place == null ? "" : " in line " + place.getLineNr();
            return Problem.badRequest("The body is not valid JSON" + where);
        }
        String path = path(json.getPath());
        if (path.isEmpty()) {
            return Problem.badRequest("The body is not what this route takes");
        }
        boolean unknown = json instanceof UnrecognizedPropertyException;
        return Problem.badRequest(path, unknown ? "is not known" : "is missing or cannot be read");
    }

    private static String path(List<JacksonException.Reference> references) {
        return references.stream()
                .map(Violations::step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    private static String step(JacksonException.Reference reference) {
        String name = reference.getPropertyName();
        return name == null ? "[" + reference.getIndex() + "]" : "." + name;
    }

    private static Stream<Violation> stream(ParameterValidationResult result) {
        if (result instanceof ParameterErrors errors) {
            return stream((Errors) errors);
        }
        String name =
                Objects.requireNonNullElse(result.getMethodParameter().getParameterName(), "");
        return result.getResolvableErrors().stream().map(e -> new Violation(name, text(e)));
    }

    private static Stream<Violation> stream(Errors errors) {
        return errors.getAllErrors().stream().map(e -> new Violation(field(e), text(e)));
    }

    private static String field(ObjectError error) {
        return error instanceof FieldError field ? field.getField() : "";
    }

    private static String text(MessageSourceResolvable error) {
        @Nullable String text = error.getDefaultMessage();
        return text == null ? "is not valid" : text;
    }
}
