/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp;

import io.ohmnibus.ocpp.Facts.Field;
import io.ohmnibus.ocpp.constraint.ClosedIn201;
import io.ohmnibus.ocpp.constraint.IntegerIn201;
import io.ohmnibus.ocpp.constraint.Items;
import io.ohmnibus.ocpp.constraint.Length;
import io.ohmnibus.ocpp.constraint.Range;
import io.ohmnibus.ocpp.constraint.RequiredIn;
import io.ohmnibus.ocpp.constraint.Since;
import io.ohmnibus.ocpp.message.BootNotificationRequest;
import io.ohmnibus.ocpp.message.NotifyPeriodicEventStream;
import io.ohmnibus.ocpp.type.AuthorizationData;
import io.ohmnibus.ocpp.type.CustomData;
import java.io.File;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The records and enums as one version of OCPP sees them, in the words of the fact tables. */
record View(OcppVersion version) {

    /** Every record and enum of the packages message and type, also those this version lacks. */
    static List<Class<?>> classes() {
        return Stream.of(BootNotificationRequest.class, CustomData.class)
                .flatMap(View::siblings)
                .toList();
    }

    /** The name in the tables: types have a suffix there. */
    static String tableName(Class<?> type) {
        boolean plain =
                Message.class.isAssignableFrom(type)
                        || type == NotifyPeriodicEventStream.class
                        || type == AuthorizationData.class;
        return type.getSimpleName() + (plain ? "" : "Type");
    }

    List<Field> fields() {
        return classes().stream()
                .filter(this::knows)
                .flatMap(type -> fields(type).stream())
                .toList();
    }

    List<Field> fields(Class<?> type) {
        if (type.isEnum()) {
            return List.of(
                    new Field(tableName(type), "-", "enum", "-", String.join("|", values(type))));
        }
        return components(type).stream()
                .map(component ->
                        new Field(
                                tableName(type),
                                component.getName(),
                                jsonType(component),
                                required(component) ? "required" : "optional",
                                constraints(component)))
                .toList();
    }

    List<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(component ->
                        type != CustomData.class || component.getType() == String.class)
                .filter(this::knows)
                .toList();
    }

    List<String> values(Class<?> type) {
        return Arrays.stream(Objects.requireNonNull(type.getEnumConstants()))
                .filter(constant -> knows(fieldOf(type, (Enum<?>) constant)))
                .map(constant -> ((WireEnum) constant).wireName())
                .toList();
    }

    private static java.lang.reflect.Field fieldOf(Class<?> type, Enum<?> constant) {
        try {
            return type.getField(constant.name());
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean knows(AnnotatedElement element) {
        var since = element.getAnnotation(Since.class);
        return since == null || version.compareTo(since.value()) >= 0;
    }

    boolean required(RecordComponent component) {
        var requiredIn = component.getAnnotation(RequiredIn.class);
        return !nullable(component) || (requiredIn != null && requiredIn.value() == version);
    }

    static boolean nullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** What the component holds, or what its list holds. */
    static Class<?> elementType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType list
                ? (Class<?>) list.getActualTypeArguments()[0]
                : component.getType();
    }

    String jsonType(RecordComponent component) {
        var suffix = component.getType() == List.class ? "[]" : "";
        boolean integer = !is21() && component.isAnnotationPresent(IntegerIn201.class);
        return (integer ? "integer" : jsonType(elementType(component))) + suffix;
    }

    Optional<Integer> maxLength(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Length.class))
                .filter(length -> closedValues(component).isEmpty())
                .map(length -> !is21() && length.max201() > 0 ? length.max201() : length.max());
    }

    Optional<Range> range(RecordComponent component) {
        return Optional.ofNullable(component.getAnnotation(Range.class))
                .filter(range -> version.compareTo(range.since()) >= 0);
    }

    /** The values that an otherwise open string may have in this version; empty when it is open. */
    List<String> closedValues(RecordComponent component) {
        var closed = component.getAnnotation(ClosedIn201.class);
        return closed == null || is21() ? List.of() : List.of(closed.value());
    }

    private boolean is21() {
        return version == OcppVersion.V2_1;
    }

    private String constraints(RecordComponent component) {
        var words = new ArrayList<String>();
        var items = component.getAnnotation(Items.class);
        if (items != null) {
            words.add("minItems=" + items.min());
            if (items.max() != Integer.MAX_VALUE) {
                words.add("maxItems=" + items.max());
            }
        }
        maxLength(component).ifPresent(max -> words.add("maxLength=" + max));
        range(component).ifPresent(range -> words.addAll(bounds(range)));
        if (elementType(component) == Instant.class) {
            words.add("format=date-time");
        }
        if (!closedValues(component).isEmpty()) {
            words.add("values=" + String.join("|", closedValues(component)));
        }
        return String.join(" ", words);
    }

    private static List<String> bounds(Range range) {
        var words = new ArrayList<String>();
        if (range.min() != Long.MIN_VALUE) {
            words.add("minimum=" + range.min() + ".0");
        }
        if (range.max() != Long.MAX_VALUE) {
            words.add("maximum=" + range.max() + ".0");
        }
        return words;
    }

    private static String jsonType(Class<?> type) {
        if (type == String.class || type == Instant.class) {
            return "string";
        } else if (type == int.class || type == Integer.class) {
            return "integer";
        } else if (type == boolean.class || type == Boolean.class) {
            return "boolean";
        } else if (type == BigDecimal.class) {
            return "number";
        }
        return type == Object.class ? "any" : tableName(type);
    }

    private static Stream<Class<?>> siblings(Class<?> type) {
        var folder = type.getPackageName().replace('.', '/');
        var names =
                Objects.requireNonNull(
                        folderOf(type)
                                .resolve(folder)
                                .toFile()
                                .list((dir, name) -> !name.contains("-info")));
        return Arrays.stream(names).sorted().map(name -> named(folder + File.separator + name));
    }

    private static Class<?> named(String file) {
        try {
            return Class.forName(
                    file.replace(".class", "").replace('/', '.').replace(File.separatorChar, '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path folderOf(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
