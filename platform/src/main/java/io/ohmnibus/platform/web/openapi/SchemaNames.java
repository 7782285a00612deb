/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.platform.web.openapi;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * Names the schema of a nested type after what it is nested in: many resources have a {@code View},
 * and of two with one name only one would be described.
 */
final class SchemaNames implements ModelConverter {

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public @Nullable Schema resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        if (type.getName() == null && type.getType() != null) {
            JavaType java = Json.mapper().constructType(type.getType());
            if (isOurs(java.getRawClass()) && !java.isEnumType()) {
                type.setName(name(java));
            }
        }
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.ohmnibus.");
    }

    private static String name(JavaType type) {
        StringBuilder name = new StringBuilder(name(type.getRawClass()));
        for (int i = 0; i < type.containedTypeCount(); i++) {
            name.append(name(type.containedType(i)));
        }
        return name.toString();
    }

    static String name(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        return outer == null
                ? type.getSimpleName()
                : name(outer).replaceFirst("(?:Resource|Controller)$", "") + type.getSimpleName();
    }
}
