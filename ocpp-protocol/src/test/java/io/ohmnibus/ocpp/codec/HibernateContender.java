/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.ocpp.codec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ohmnibus.ocpp.Message;
import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.WireEnum;
import jakarta.validation.Validation;
import jakarta.validation.ValidationException;
import jakarta.validation.Validator;
import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.cfg.ConstraintDef;
import org.hibernate.validator.cfg.ConstraintMapping;
import org.hibernate.validator.cfg.context.Cascadable;
import org.hibernate.validator.cfg.context.Constrainable;
import org.hibernate.validator.cfg.defs.DecimalMaxDef;
import org.hibernate.validator.cfg.defs.DecimalMinDef;
import org.hibernate.validator.cfg.defs.MaxDef;
import org.hibernate.validator.cfg.defs.MinDef;
import org.hibernate.validator.cfg.defs.NotNullDef;
import org.hibernate.validator.cfg.defs.SizeDef;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * The usual way to read messages: Jackson binds them to the same records, Hibernate Validator
 * checks the same rules, taken from the same plans. It takes null for absent, which OCPP forbids.
 */
final class HibernateContender {

    private interface Named {
        @JsonValue
        String wireName();
    }

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .addMixIn(WireEnum.class, Named.class)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .changeDefaultPropertyInclusion(
                            i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                    .build();

    private final ObjectReader reader;
    private final Validator validator;

    HibernateContender(Class<? extends Message> type, OcppVersion version) {
        this.reader = MAPPER.readerFor(type);
        var configuration =
                Validation.byProvider(HibernateValidator.class)
                        .configure()
                        .failFast(true)
                        .messageInterpolator(new ParameterMessageInterpolator());
        var mapping = configuration.createConstraintMapping();
        map(Plans.of(version).plan(type), mapping, new HashSet<>());
        this.validator = configuration.addMapping(mapping).buildValidatorFactory().getValidator();
    }

    Object bind(byte[] frame) {
        try (JsonParser in = MAPPER.createParser(frame)) {
            in.nextToken();
            in.nextToken();
            in.nextToken();
            in.nextToken();
            in.nextToken();
            return reader.readValue(in);
        }
    }

    Object read(byte[] frame) {
        var message = bind(frame);
        if (!validator.validate(message).isEmpty()) {
            throw new ValidationException("not valid");
        }
        return message;
    }

    byte[] write(String id, Message message) {
        var frame = new ByteArrayOutputStream(256);
        try (var out = MAPPER.createGenerator(frame)) {
            out.writeStartArray();
            out.writeNumber(MessageType.CALL_RESULT);
            out.writeString(id);
            MAPPER.writeValue(out, message);
            out.writeEndArray();
        }
        return frame.toByteArray();
    }

    private static void map(RecordPlan plan, ConstraintMapping mapping, Set<Class<?>> done) {
        if (!done.add(plan.type())) {
            return;
        }
        var type = mapping.type(plan.type());
        for (Property property : plan.known()) {
            var field = type.field(property.name());
            if (property.presence().required()) {
                field.constraint(new NotNullDef());
            }
            if (property.shape() instanceof ListShape list) {
                field.constraint(new SizeDef().min(list.min()).max(list.max()));
                constrain(field.containerElementType(), list.element(), mapping, done);
            } else {
                constrain(field, property.shape(), mapping, done);
            }
        }
    }

    private static <T extends Constrainable<T> & Cascadable<T>> void constrain(
            T target, Shape shape, ConstraintMapping mapping, Set<Class<?>> done) {
        switch (shape) {
            case RecordPlan plan -> {
                target.valid();
                map(plan, mapping, done);
            }
            default -> rules(shape).forEach(target::constraint);
        }
    }

    private static List<ConstraintDef<?, ?>> rules(Shape shape) {
        return switch (shape) {
            case TextShape text -> List.of(new SizeDef().max(text.max()));
            case IntegerShape number ->
                    List.of(new MinDef().value(number.min()), new MaxDef().value(number.max()));
            case DecimalShape number when number.min() != null && number.max() != null ->
                    List.of(
                            new DecimalMinDef().value(number.min().toString()),
                            new DecimalMaxDef().value(number.max().toString()));
            default -> List.of();
        };
    }
}
