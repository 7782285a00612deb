/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Action;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;

/** Reads what a bean handles from the first generic parameter of its interface. */
public final class MessageTypes {

    private MessageTypes() {}

    /** The action whose request the bean's class names. */
    public static Action actionOf(Object bean, Class<?> shape) {
        return Action.ofRequest(typeOf(bean, shape));
    }

    /**
     * The record types that the bean's class names: one, or all that a sealed interface permits.
     */
    public static Set<Class<?>> typesOf(Object bean, Class<?> shape) {
        Class<?> type = namedBy(bean, shape);
        return type != null && type.isInterface() && type.isSealed()
                ? Set.of(type.getPermittedSubclasses())
                : Set.of(typeOf(bean, shape));
    }

    /** The record type that the bean's class names. */
    public static Class<?> typeOf(Object bean, Class<?> shape) {
        Class<?> type = namedBy(bean, shape);
        if (type == null || !type.isRecord()) {
            throw new IllegalStateException(
                    bean.getClass().getName()
                            + " must name a record type in "
                            + shape.getSimpleName());
        }
        return type;
    }

    private static @Nullable Class<?> namedBy(Object bean, Class<?> shape) {
        return ResolvableType.forClass(AopUtils.getTargetClass(bean))
                .as(shape)
                .getGeneric(0)
                .resolve();
    }
}
