/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.LocationEnum;
import io.ohmnibus.ocpp.type.MeasurandEnum;
import io.ohmnibus.ocpp.type.MutabilityEnum;
import io.ohmnibus.ocpp.type.PhaseEnum;
import io.ohmnibus.ocpp.type.ReadingContextEnum;
import io.ohmnibus.ocpp.type.SampledValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mends one message that the strict reading refused, as far as its station is tolerated; what
 * remains wrong is refused as ever.
 */
final class Mender {

    /** So that a message cannot ask for more memory by being wrong everywhere. */
    private static final int MAX_DEVIATIONS = 1000;

    /** Stands for a value that the message does without. */
    private static final Object LEFT_OUT = new Object();

    /** The same, for the object around the value. */
    private static final Object HOLDER_LEFT_OUT = new Object();

    /** Absent, these stand for one of their values, or for all: leaving one out would falsify. */
    private static final Set<Class<?>> MEANT_WHEN_ABSENT =
            Set.of(
                    AttributeEnum.class,
                    LocationEnum.class,
                    MeasurandEnum.class,
                    MutabilityEnum.class,
                    PhaseEnum.class,
                    ReadingContextEnum.class);

    private final Set<Tolerance> tolerances;
    private final StringBuilder path = new StringBuilder("$");
    private final List<Deviation> deviations = new ArrayList<>();

    Mender(Set<Tolerance> tolerances) {
        this.tolerances = tolerances;
    }

    /**
     * The message that the properties make once mended.
     *
     * @throws Violation for what cannot be tolerated
     */
    Decoded<Object> read(RecordPlan plan, Map<String, @Nullable Object> properties) {
        var mended = object(plan, properties);
        var kept = mended == LEFT_OUT ? properties : mended;
        byte[] payload = Json.write(Json.TYPICAL_SIZE, json -> OpenShape.write(kept, json));
        try (var in = Json.parser(payload)) {
            in.nextToken();
            return new Decoded<>(plan.read(in), payload, deviations);
        }
    }

    private Object object(RecordPlan plan, Map<?, ?> properties) {
        var kept = new LinkedHashMap<String, @Nullable Object>();
        for (var entry : properties.entrySet()) {
            var name = (String) entry.getKey();
            var value = property(plan, name, entry.getValue());
            if (value == HOLDER_LEFT_OUT) {
                return LEFT_OUT;
            } else if (value != LEFT_OUT) {
                kept.put(name, value);
            }
        }
        return kept;
    }

    private @Nullable Object property(RecordPlan plan, String name, @Nullable Object value) {
        var property = plan.find(name);
        int mark = enter(property == null ? RecordPlan.unknownPart(name) : "." + name);
        try {
            if (property == null) {
                return tolerated(Tolerance.UNKNOWN_PROPERTIES) ? LEFT_OUT : value;
            } else if (property.presence().required()) {
                var mended = value == null ? null : mended(property.shape(), value);
                return mended == LEFT_OUT ? HOLDER_LEFT_OUT : mended;
            }
            return optional(plan, property.shape(), value);
        } finally {
            path.setLength(mark);
        }
    }

    private @Nullable Object optional(RecordPlan plan, Shape shape, @Nullable Object value) {
        if (value == null) {
            return tolerated(Tolerance.NULLS) ? LEFT_OUT : null;
        } else if (value instanceof List<?> list && list.isEmpty()) {
            return tolerated(Tolerance.EMPTY_LISTS) ? LEFT_OUT : value;
        } else if (!isUnknown(shape, value)) {
            return mended(shape, value);
        } else if (plan.type() == SampledValue.class) {
            return tolerated(Tolerance.UNKNOWN_VALUES) ? HOLDER_LEFT_OUT : value;
        }
        boolean falsifies = shape instanceof EnumShape values && isMeantWhenAbsent(values);
        return !falsifies && tolerated(Tolerance.UNKNOWN_VALUES) ? LEFT_OUT : value;
    }

    /** Whether it is a text, but none of those allowed. */
    private static boolean isUnknown(Shape shape, Object value) {
        return value instanceof String text
                && switch (shape) {
                    case EnumShape values -> !values.values().contains(text);
                    case TextShape texts ->
                            texts.allowed() != null && !texts.allowed().contains(text);
                    default -> false;
                };
    }

    private static boolean isMeantWhenAbsent(EnumShape values) {
        return MEANT_WHEN_ABSENT.contains(values.type());
    }

    private Object mended(Shape shape, Object value) {
        return switch (shape) {
            case RecordPlan plan when value instanceof Map<?, ?> object -> object(plan, object);
            case ListShape list when value instanceof List<?> elements -> list(list, elements);
            case TextShape text when value instanceof String string -> text(text, string);
            case TimeShape _ when value instanceof String string -> time(string);
            default -> value;
        };
    }

    /** The list without the elements that were left out, if that is still long enough. */
    private Object list(ListShape list, List<?> elements) {
        var kept = new ArrayList<@Nullable Object>();
        for (int i = 0; i < elements.size(); i++) {
            int mark = enter("[" + i + "]");
            var element = elements.get(i);
            var mended = element == null ? null : mended(list.element(), element);
            path.setLength(mark);
            if (mended != LEFT_OUT) {
                kept.add(mended);
            }
        }
        boolean tooShort = kept.size() < elements.size() && kept.size() < list.min();
        return tooShort ? LEFT_OUT : kept;
    }

    private String text(TextShape shape, String text) {
        var kept = text;
        if (TextShape.hasNul(kept) && tolerated(Tolerance.NUL_CHARACTERS)) {
            kept = kept.replace(TextShape.NUL, "");
        }
        boolean cut =
                shape.descriptive()
                        && TextShape.isLonger(kept, shape.max())
                        && tolerated(Tolerance.LONG_TEXTS);
        return cut ? kept.substring(0, kept.offsetByCodePoints(0, shape.max())) : kept;
    }

    private String time(String text) {
        var zoned = text + "Z";
        boolean lacksZone =
                Rfc3339.parse(text.toCharArray(), 0, text.length()) == null
                        && Rfc3339.parse(zoned.toCharArray(), 0, zoned.length()) != null;
        return lacksZone && tolerated(Tolerance.TIMES_WITHOUT_ZONE) ? zoned : text;
    }

    private int enter(String part) {
        int mark = path.length();
        path.append(part);
        return mark;
    }

    private boolean tolerated(Tolerance tolerance) {
        if (!tolerances.contains(tolerance)) {
            return false;
        }
        if (deviations.size() == MAX_DEVIATIONS) {
            throw Violation.format("expected fewer deviations");
        }
        deviations.add(new Deviation(tolerance, path.toString()));
        return true;
    }
}
