/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.variable;

import io.ohmnibus.contracts.station.VariableValues;
import io.ohmnibus.contracts.station.VariableValuesQuery;
import io.ohmnibus.ocpp.type.AttributeEnum;
import io.ohmnibus.platform.ocpp.StationKey;
import io.ohmnibus.platform.query.QueryHandler;
import io.ohmnibus.station.devicemodel.DeviceModel;
import io.ohmnibus.station.devicemodel.ReportedVariable;
import io.ohmnibus.station.devicemodel.ReportedVariable.Attribute;
import io.ohmnibus.station.devicemodel.VariableFilter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells other services what a station said about a variable. */
@Component
final class VariableValuesQueryHandler
        implements QueryHandler<VariableValuesQuery, VariableValues> {

    private static final int MOST = 200;

    private final DeviceModel model;

    VariableValuesQueryHandler(DeviceModel model) {
        this.model = model;
    }

    @Override
    public Mono<VariableValues> answer(StationKey station, VariableValuesQuery query) {
        VariableFilter filter =
                new VariableFilter(query.component(), query.variable(), null, false);
        return model.list(station, filter, null, MOST)
                .collectList()
                .map(VariableValuesQueryHandler::values);
    }

    private static VariableValues values(List<ReportedVariable> variables) {
        return new VariableValues(
                variables.stream()
                        .flatMap(variable -> variable.attributes().stream())
                        .filter(one -> one.type().equals(AttributeEnum.ACTUAL.wireName()))
                        .map(Attribute::value)
                        .filter(Objects::nonNull)
                        .filter(value -> !value.isEmpty())
                        .toList(),
                variables.stream()
                        .map(variable -> variable.characteristics().maxLimit())
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }
}
