/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.constraint.Since;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of one version, each built when it is first asked for. */
final class Plans {

    private static final Map<OcppVersion, Plans> BY_VERSION =
            Map.of(
                    OcppVersion.V2_0_1, new Plans(OcppVersion.V2_0_1),
                    OcppVersion.V2_1, new Plans(OcppVersion.V2_1));

    private final OcppVersion version;
    private final Map<Class<?>, RecordPlan> plans = new ConcurrentHashMap<>();

    private Plans(OcppVersion version) {
        this.version = version;
    }

    static Plans of(OcppVersion version) {
        return Objects.requireNonNull(BY_VERSION.get(version));
    }

    /** Whether the version has that record or enum. */
    boolean know(Class<?> type) {
        var since = type.getAnnotation(Since.class);
        return since == null || version.compareTo(since.value()) >= 0;
    }

    /**
     * The plan of that record class.
     *
     * @throws IllegalArgumentException when it is no record or has a component that JSON cannot
     *     hold
     */
    RecordPlan plan(Class<?> type) {
        var plan = plans.get(type);
        if (plan == null) {
            plan = build(type);
            plans.put(type, plan);
        }
        return plan;
    }

    private RecordPlan build(Class<?> type) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getName() + " is not a record");
        }
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            var components = type.getRecordComponents();
            var properties = new ArrayList<Property>();
            for (int i = 0; i < components.length; i++) {
                properties.add(property(i, components[i], lookup));
            }
            return new RecordPlan(type, properties, constructor(type, components, lookup));
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be opened", e);
        }
    }

    private Property property(int index, RecordComponent component, MethodHandles.Lookup lookup)
            throws IllegalAccessException {
        var constraints = new Constraints(component, version);
        MethodHandle accessor =
                lookup.unreflect(component.getAccessor())
                        .asType(MethodType.methodType(Object.class, Object.class));
        return new Property(
                index,
                component.getName(),
                constraints.shape(this),
                constraints.presence(),
                accessor);
    }

    private static MethodHandle constructor(
            Class<?> type, RecordComponent[] components, MethodHandles.Lookup lookup)
            throws ReflectiveOperationException {
        var parameters =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return lookup.findConstructor(type, MethodType.methodType(void.class, parameters))
                .asSpreader(Object[].class, parameters.length)
                .asType(MethodType.methodType(Object.class, Object[].class));
    }
}
