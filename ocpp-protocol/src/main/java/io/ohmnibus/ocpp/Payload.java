/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import io.ohmnibus.ocpp.constraint.Since;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What the record of a CALL's or SEND's payload tells about its action. */
final class Payload {

    private static final String SUFFIX = "Request";

    private Payload() {}

    static String wireName(Class<? extends Message> type) {
        var name = type.getSimpleName();
        return name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    }

    static OcppVersion since(Class<? extends Message> type) {
        var since = type.getAnnotation(Since.class);
        return since == null ? OcppVersion.V2_0_1 : since.value();
    }

    static @Nullable Class<? extends Response> response(Class<? extends Message> type) {
        return Arrays.stream(type.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(parent -> ((ParameterizedType) parent).getActualTypeArguments()[0])
                .map(argument -> ((Class<?>) argument).<Response>asSubclass(Response.class))
                .findFirst()
                .orElse(null);
    }
}
