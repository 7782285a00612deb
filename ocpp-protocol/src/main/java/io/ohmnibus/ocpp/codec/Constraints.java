/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.codec.Property.Presence;
import io.ohmnibus.ocpp.constraint.ClosedIn201;
import io.ohmnibus.ocpp.constraint.IntegerIn201;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.RequiredIn;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.type.CustomData;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the annotations of a record component mean in one version. */
final class Constraints {

    private final RecordComponent component;
    private final OcppVersion version;

    Constraints(RecordComponent component, OcppVersion version) {
        this.component = component;
        this.version = version;
    }

    Presence presence() {
        var since = annotation(Since.class);
        var requiredIn = annotation(RequiredIn.class);
        if (since != null && version.compareTo(since.value()) < 0) {
            return Presence.UNKNOWN;
        }
        if (requiredIn != null && requiredIn.value() == version) {
            return Presence.REQUIRED_HERE;
        }
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable ? Presence.OPTIONAL : Presence.REQUIRED;
    }

    Shape shape(Plans plans) {
        if (component.getType() != List.class) {
            return shape(component.getType(), plans);
        }
        var list = (ParameterizedType) component.getGenericType();
        var element = shape((Class<?>) list.getActualTypeArguments()[0], plans);
        var items = annotation(Items.class);
        return items == null
                ? new ListShape(element, 0, Integer.MAX_VALUE)
                : new ListShape(element, items.min(), items.max());
    }

    private Shape shape(Class<?> type, Plans plans) {
        if (type == String.class) {
            return text();
        } else if (type == int.class || type == Integer.class) {
            return IntegerShape.of(min(), max());
        } else if (type == BigDecimal.class) {
            return DecimalShape.of(min(), max(), isInteger());
        } else if (type == boolean.class || type == Boolean.class) {
            return new FlagShape();
        } else if (type == Instant.class) {
            return new TimeShape();
        } else if (type == CustomData.class) {
            return new CustomDataShape();
        } else if (type == Object.class) {
            return OpenShape.INSTANCE;
        }
        return type.isEnum() ? EnumShape.of(type, version) : plans.plan(type);
    }

    private Shape text() {
        var length = annotation(Length.class);
        var closed = annotation(ClosedIn201.class);
        var allowed =
                closed == null || version != OcppVersion.V2_0_1 ? null : Set.of(closed.value());
        if (length == null) {
            return new TextShape(Integer.MAX_VALUE, Integer.MAX_VALUE, false, allowed);
        }
        boolean shorter = version == OcppVersion.V2_0_1 && length.max201() > 0;
        int max = shorter ? length.max201() : length.max();
        return new TextShape(max, length.max(), length.descriptive(), allowed);
    }

    private long min() {
        var range = range();
        return range == null ? Long.MIN_VALUE : range.min();
    }

    private long max() {
        var range = range();
        return range == null ? Long.MAX_VALUE : range.max();
    }

    private @Nullable Range range() {
        var range = annotation(Range.class);
        return range == null || version.compareTo(range.since()) < 0 ? null : range;
    }

    private boolean isInteger() {
        return version == OcppVersion.V2_0_1 && annotation(IntegerIn201.class) != null;
    }

    private <A extends Annotation> @Nullable A annotation(Class<A> type) {
        return component.getAnnotation(type);
    }
}
