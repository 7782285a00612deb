/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.security;

import io.ohmnibus.platform.web.RequiresPermission;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Keeps a service from starting while a controller method of ours names no permission. */
final class PermissionCheck implements SmartInitializingSingleton {

    private static final Pattern WITH_VARIABLE = Pattern.compile("[a-z-]+:\\{[A-Za-z]+}");

    private final RequestMappingHandlerMapping controllers;

    PermissionCheck(RequestMappingHandlerMapping controllers) {
        this.controllers = controllers;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> open =
                controllers.getHandlerMethods().values().stream()
                        .filter(PermissionFilter::isOurs)
                        .filter(method -> !isClosed(method))
                        .map(HandlerMethod::toString)
                        .sorted()
                        .toList();
        if (!open.isEmpty()) {
            throw new IllegalStateException(
                    "These methods need @RequiresPermission with a permission such as"
                            + " \"tokens:write\": "
                            + open);
        }
    }

    private static boolean isClosed(HandlerMethod method) {
        RequiresPermission required = method.getMethodAnnotation(RequiresPermission.class);
        return required != null
                && (Permissions.isPermission(required.value())
                        || WITH_VARIABLE.matcher(required.value()).matches());
    }
}
