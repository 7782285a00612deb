/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands out what {@link EmbeddedTest} promises. */
final class EmbeddedExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(EmbeddedExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == EmbeddedServers.class || type == TestDatabase.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var servers = EmbeddedServers.shared();
        if (parameter.getParameter().getType() == EmbeddedServers.class) {
            return servers;
        }
        return context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                        context.getRequiredTestClass(), testClass -> servers.newDatabase());
    }
}
