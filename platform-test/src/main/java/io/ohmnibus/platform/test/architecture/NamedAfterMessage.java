/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.test.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.ohmnibus.platform.ocpp.CallHandler;
import io.ohmnibus.platform.ocpp.CallObserver;
import io.ohmnibus.platform.ocpp.CommandHandler;
import java.util.Optional;

/**
 * {@code ResetRequest} is sent by {@code ResetCommand}; several observers may watch one message.
 */
final class NamedAfterMessage extends ArchCondition<JavaClass> {

    static final ArchCondition<JavaClass> RULE = new NamedAfterMessage();

    private NamedAfterMessage() {
        super(
                "be named after their message: XHandler, XCommand, or anything that ends in Observer");
    }

    @Override
    public void check(JavaClass type, ConditionEvents events) {
        var expected =
                message(type, CallHandler.class)
                        .map(message -> message + "Handler")
                        .or(() ->
                                message(type, CommandHandler.class)
                                        .map(message -> message + "Command"));
        var name = type.getSimpleName();
        boolean satisfied =
                expected.map(name::equals)
                        .orElseGet(() ->
                                !type.isAssignableTo(CallObserver.class)
                                        || name.endsWith("Observer"));
        events.add(
                new SimpleConditionEvent(
                        type,
                        satisfied,
                        "%s should be named %s"
                                .formatted(type.getName(), expected.orElse("…Observer"))));
    }

    /** The first type argument of the shape, without the word Request. */
    private static Optional<String> message(JavaClass type, Class<?> shape) {
        return type.getInterfaces().stream()
                .filter(JavaParameterizedType.class::isInstance)
                .map(JavaParameterizedType.class::cast)
                .filter(implemented -> implemented.toErasure().isAssignableTo(shape))
                .map(implemented -> implemented.getActualTypeArguments().getFirst())
                .map(message -> message.toErasure().getSimpleName().replaceFirst("Request$", ""))
                .findFirst();
    }
}
