/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator.model;

import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.ocpp.type.ComponentCriterionEnum;
import io.ohmnibus.ocpp.type.ComponentVariable;
import io.ohmnibus.ocpp.type.GetVariableData;
import io.ohmnibus.ocpp.type.GetVariableResult;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.ocpp.type.MutabilityEnum;
import io.ohmnibus.ocpp.type.ReportBaseEnum;
import io.ohmnibus.ocpp.type.ReportData;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.ocpp.type.VariableAttribute;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The variables of one station and their values, which last over reboots; only the attribute type
 * Actual is supported.
 */
public final class DeviceModel {

    private volatile Map<Key, Definition> definitions;
    private final Map<Key, String> changed = new ConcurrentHashMap<>();
    private final Map<Key, String> ordered = new ConcurrentHashMap<>();
    private final Map<Key, String> pending = new ConcurrentHashMap<>();
    private volatile boolean forgetful;
    private final Map<Key, Supplier<String>> measured = new ConcurrentHashMap<>();

    public DeviceModel(int evses, int connectorsPerEvse) {
        this.definitions = StandardModel.of(evses, connectorsPerEvse);
    }

    /** The value of a variable of a controller component, without instance. */
    public String get(String component, String variable) {
        return get(component, variable, "");
    }

    public String get(String component, String variable, String instance) {
        return value(existing(new Key(component, 0, 0, variable, instance)));
    }

    public int integer(String component, String variable) {
        return Integer.parseInt(get(component, variable));
    }

    public boolean flag(String component, String variable) {
        return Boolean.parseBoolean(get(component, variable));
    }

    public Set<String> members(String component, String variable) {
        var value = get(component, variable);
        return value.isEmpty() ? Set.of() : Set.of(value.split(",", -1));
    }

    /** What a list may contain. */
    public List<String> choices(String component, String variable) {
        return existing(new Key(component, 0, 0, variable, "")).values();
    }

    /** The upper limit of a number that has one. */
    public int most(String component, String variable) {
        var maximum = existing(new Key(component, 0, 0, variable, "")).maximum();
        return maximum == null ? Integer.MAX_VALUE : maximum.intValue();
    }

    /** Gives a number another upper limit. */
    public void most(String component, String variable, int most) {
        var key = new Key(component, 0, 0, variable, "");
        var all = new LinkedHashMap<>(definitions);
        all.put(key, existing(key).upTo(most));
        definitions = all;
    }

    public Duration seconds(String component, String variable) {
        return seconds(component, variable, "");
    }

    public Duration seconds(String component, String variable, String instance) {
        return Duration.ofSeconds(Long.parseLong(get(component, variable, instance)));
    }

    /** Sets a variable from inside the station, read-only ones too. */
    public void set(String component, String variable, String instance, String value) {
        set(new Key(component, 0, 0, variable, instance), value);
    }

    private void set(Key named, String value) {
        var key = existing(named).key();
        ordered.remove(key);
        changed.put(key, value);
    }

    /** The value of a variable of a component at an EVSE or connector; 0 for none. */
    public String getAt(String component, int evse, int connector, String variable) {
        return value(existing(new Key(component, evse, connector, variable, "")));
    }

    /** The value of a variable of an instance of a component. */
    public String getOf(String component, String instance, String variable) {
        return value(existing(new Key(component, instance, 0, 0, variable, "")));
    }

    /** Sets a variable of an instance of a component from inside the station. */
    public void setOf(String component, String instance, String variable, String value) {
        set(new Key(component, instance, 0, 0, variable, ""), value);
    }

    /** Whether values of the CSMS are lost with a reboot (pain 25); they are not, unless said. */
    public void forgetful(boolean forgets) {
        forgetful = forgets;
    }

    /** Adds variables of a station with very many parts, {@code Part[n].Reading}. */
    public void more(int count) {
        var all = new LinkedHashMap<>(definitions);
        for (int part = 0; part < count; part++) {
            var key = new Key("Part", Integer.toString(part), 0, 0, "Reading", "");
            all.put(key, Definition.reading(key, Integer.toString(part)));
        }
        definitions = all;
    }

    /** What waited for a reboot becomes the actual value. */
    public void reboot() {
        ordered.putAll(pending);
        pending.clear();
        if (forgetful) {
            ordered.clear();
        }
    }

    /** Lets a variable of an EVSE or connector be asked from where it is known; 0 for none. */
    public void measure(
            String component, int evse, int connector, String variable, Supplier<String> source) {
        measured.put(existing(new Key(component, evse, connector, variable, "")).key(), source);
    }

    private Definition existing(Key key) {
        var definition = definitions.get(key);
        if (definition == null) {
            throw new IllegalArgumentException("the device model has no " + key);
        }
        return definition;
    }

    private String value(Definition definition) {
        var source = measured.get(definition.key());
        return source != null
                ? source.get()
                : ordered.getOrDefault(
                        definition.key(),
                        changed.getOrDefault(definition.key(), definition.initial()));
    }

    /** Answers one question of a GetVariablesRequest (B06). */
    public GetVariableResult answer(GetVariableData asked) {
        var type = asked.attributeType() == null ? AttributeEnum.ACTUAL : asked.attributeType();
        var key = Key.of(asked.component(), asked.variable());
        var definition = definitions.get(key);
        var status = GetVariableStatusEnum.ACCEPTED; // B06.FR.10
        String value = null;
        if (definition == null) {
            status =
                    knows(key)
                            ? GetVariableStatusEnum.UNKNOWN_VARIABLE // B06.FR.07
                            : GetVariableStatusEnum.UNKNOWN_COMPONENT; // B06.FR.06
        } else if (type != AttributeEnum.ACTUAL) {
            status = GetVariableStatusEnum.NOT_SUPPORTED_ATTRIBUTE_TYPE; // B06.FR.08
        } else if (definition.mutability() == MutabilityEnum.WRITE_ONLY) {
            status = GetVariableStatusEnum.REJECTED; // B06.FR.09
        } else {
            value = value(definition);
        }
        return new GetVariableResult(
                status, null, type, value, asked.component(), asked.variable(), null);
    }

    /** Carries out one order of a SetVariablesRequest (B05). */
    public SetVariableResult carryOut(SetVariableData order) {
        var type = order.attributeType() == null ? AttributeEnum.ACTUAL : order.attributeType();
        var key = Key.of(order.component(), order.variable());
        var definition = definitions.get(key);
        if (definition == null) {
            return result(
                    order,
                    type,
                    knows(key)
                            ? SetVariableStatusEnum.UNKNOWN_VARIABLE // B05.FR.05
                            : SetVariableStatusEnum.UNKNOWN_COMPONENT, // B05.FR.04
                    null);
        }
        if (type != AttributeEnum.ACTUAL) {
            return result(order, type, SetVariableStatusEnum.NOT_SUPPORTED_ATTRIBUTE_TYPE, null);
        }
        if (definition.mutability() == MutabilityEnum.READ_ONLY) {
            return result(order, type, SetVariableStatusEnum.REJECTED, "read-only"); // B05.FR.09
        }
        var objection = definition.objection(order.attributeValue());
        if (objection != null) {
            return result(order, type, SetVariableStatusEnum.REJECTED, objection); // B05.FR.07/08
        }
        if (definition.needsReboot()) {
            pending.put(key, order.attributeValue());
            return result(order, type, SetVariableStatusEnum.REBOOT_REQUIRED, null);
        }
        ordered.put(key, order.attributeValue());
        return result(order, type, SetVariableStatusEnum.ACCEPTED, null); // B05.FR.10
    }

    private boolean knows(Key asked) {
        return definitions.keySet().stream().anyMatch(key -> key.isBeside(asked));
    }

    private static SetVariableResult result(
            SetVariableData order,
            AttributeEnum type,
            SetVariableStatusEnum status,
            @Nullable String objection) {
        var info = objection == null ? null : new StatusInfo("InvalidValue", objection, null);
        return new SetVariableResult(type, status, info, order.component(), order.variable(), null);
    }

    /** The lines of a base report (B07). */
    public List<ReportData> report(ReportBaseEnum base) {
        return switch (base) {
            case FULL_INVENTORY -> report(_ -> true); // B07.FR.08
            case CONFIGURATION_INVENTORY -> // B07.FR.07
                    report(line -> line.mutability() != MutabilityEnum.READ_ONLY);
            case SUMMARY_INVENTORY -> // B07.FR.09
                    report(line ->
                            line.key().variable().equals("AvailabilityState")
                                    || line.key().variable().equals("Problem"));
        };
    }

    /** The lines of a custom report (B08); none where nothing fits. */
    public List<ReportData> report(
            @Nullable List<ComponentCriterionEnum> criteria,
            @Nullable List<ComponentVariable> wanted) {
        return report(line ->
                (criteria == null || criteria.stream().anyMatch(c -> meets(line.key(), c)))
                        && (wanted == null
                                || wanted.stream()
                                        .anyMatch(w ->
                                                line.key().isWithin(w.component(), w.variable()))));
    }

    private boolean meets(Key key, ComponentCriterionEnum criterion) {
        var variable =
                definitions.get(
                        new Key(
                                key.component(),
                                key.componentInstance(),
                                key.evse(),
                                key.connector(),
                                criterion.wireName(),
                                ""));
        return variable == null
                ? criterion != ComponentCriterionEnum.PROBLEM // B08.FR.07 to B08.FR.10
                : Boolean.parseBoolean(value(variable));
    }

    private List<ReportData> report(Predicate<Definition> included) {
        return definitions.values().stream().filter(included).map(this::line).toList();
    }

    private ReportData line(Definition definition) {
        var hidden = definition.mutability() == MutabilityEnum.WRITE_ONLY; // B07.FR.03
        var attribute =
                new VariableAttribute(
                        AttributeEnum.ACTUAL,
                        hidden ? null : value(definition),
                        definition.mutability(),
                        definition.mutability() != MutabilityEnum.READ_ONLY,
                        false,
                        null);
        return new ReportData(
                definition.key().toComponent(),
                definition.key().toVariable(),
                List.of(attribute),
                definition.characteristics(),
                null);
    }
}
