/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import io.ohmnibus.platform.web.PageRequest;
import io.ohmnibus.platform.web.RequiresPermission;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.math.BigDecimal;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;

/** Adds to each operation what the platform adds to each controller method. */
final class PlatformOperations implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        RequiresPermission required = method.getMethodAnnotation(RequiresPermission.class);
        if (required == null) {
            return operation;
        }
        String description = operation.getDescription();
        operation.setDescription(
                (description == null ? "" : description + "\n\n")
                        + "Needs the permission "
                        + required.value()
                        + ".");
        if (Arrays.asList(method.getMethod().getParameterTypes()).contains(PageRequest.class)) {
            addPage(operation);
        }
        if (acts(method)) {
            addKey(operation);
        }
        ProblemAnswers.complete(operation, method.getMethod(), acts(method));
        return operation;
    }

    private static boolean acts(HandlerMethod method) {
        RequestMapping mapping =
                AnnotatedElementUtils.findMergedAnnotation(
                        method.getMethod(), RequestMapping.class);
        return mapping != null && !Arrays.asList(mapping.method()).contains(RequestMethod.GET);
    }

    private static void addPage(Operation operation) {
        operation.addParametersItem(
                new QueryParameter()
                        .name("cursor")
                        .description("The next of the page before; absent for the first page")
                        .schema(new StringSchema()));
        IntegerSchema limit = new IntegerSchema();
        limit.setMinimum(BigDecimal.ONE);
        limit.setMaximum(BigDecimal.valueOf(PageRequest.MAX_LIMIT));
        limit.setDefault(PageRequest.DEFAULT_LIMIT);
        operation.addParametersItem(
                new QueryParameter()
                        .name("limit")
                        .description("The most items in a page")
                        .schema(limit));
    }

    private static void addKey(Operation operation) {
        operation.addParametersItem(
                new HeaderParameter()
                        .name("Idempotency-Key")
                        .description(
                                "Makes the request repeatable for a day: with the same key, the"
                                        + " same request gets the answer of the first")
                        .schema(new StringSchema().maxLength(255)));
    }
}
