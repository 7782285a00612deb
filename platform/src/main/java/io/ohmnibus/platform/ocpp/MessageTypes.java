/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.ocpp;

import io.ohmnibus.ocpp.Action;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.ResolvableType;

/** Reads what a bean handles from the first generic parameter of its interface. */
public final class MessageTypes {

    private MessageTypes() {}

    /** The action whose request the bean's class names. */
    public static Action actionOf(Object bean, Class<?> shape) {
        return Action.ofRequest(typeOf(bean, shape));
    }

    /** The record type that the bean's class names. */
    public static Class<?> typeOf(Object bean, Class<?> shape) {
        Class<?> type =
                ResolvableType.forClass(AopUtils.getTargetClass(bean))
                        .as(shape)
                        .getGeneric(0)
                        .resolve();
        if (type == null || !type.isRecord()) {
            throw new IllegalStateException(
                    bean.getClass().getName()
                            + " must name a record type in "
                            + shape.getSimpleName());
        }
        return type;
    }
}
