/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.network.migration;

import io.ohmnibus.ocpp.Request;
import io.ohmnibus.ocpp.Response;
import io.ohmnibus.ocpp.message.ChangeAvailabilityRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusRequest;
import io.ohmnibus.ocpp.message.GetTransactionStatusResponse;
import io.ohmnibus.ocpp.message.GetVariablesRequest;
import io.ohmnibus.ocpp.message.GetVariablesResponse;
import io.ohmnibus.ocpp.message.ResetRequest;
import io.ohmnibus.ocpp.message.ResetResponse;
import io.ohmnibus.ocpp.message.SetVariablesRequest;
import io.ohmnibus.ocpp.message.SetVariablesResponse;
import io.ohmnibus.ocpp.type.Component;
import io.ohmnibus.ocpp.type.GetVariableData;
import io.ohmnibus.ocpp.type.GetVariableStatusEnum;
import io.ohmnibus.ocpp.type.OperationalStatusEnum;
import io.ohmnibus.ocpp.type.ResetEnum;
import io.ohmnibus.ocpp.type.ResetStatusEnum;
import io.ohmnibus.ocpp.type.SetVariableData;
import io.ohmnibus.ocpp.type.SetVariableResult;
import io.ohmnibus.ocpp.type.SetVariableStatusEnum;
import io.ohmnibus.ocpp.type.Variable;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.station.network.KnownNetwork;
import io.ohmnibus.station.store.CommandOutcome;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is sent in each step of a migration, and what its outcome means. */
final class MigrationStep {

    private MigrationStep() {}

    /** What an outcome means for the migration. */
    sealed interface Result {

        /** The step is done; for a step that reads, with what was read. */
        record Done(@Nullable String value) implements Result {}

        /** The step is to be repeated after a while. */
        record Again() implements Result {}

        /** It did not work, and why. */
        record Failed(String reason) implements Result {}
    }

    static Request<?> request(Migration migration, Migration.Step step) {
        return switch (step) {
            case READ_NETWORK -> read(KnownNetwork.PRIORITY);
            case CLOSE -> operational(OperationalStatusEnum.INOPERATIVE);
            case DRAIN -> new GetTransactionStatusRequest(null, null);
            case SET_PRIORITY -> priority(order(migration));
            case RESET -> new ResetRequest(ResetEnum.ON_IDLE, null, null);
            case LEAVE -> throw new IllegalArgumentException("The station leaves by itself");
            case CONFIRM -> read(KnownNetwork.ACTIVE);
        };
    }

    static Request<?> operational(OperationalStatusEnum status) {
        return new ChangeAvailabilityRequest(null, status, null);
    }

    static Request<?> priority(String order) {
        return new SetVariablesRequest(
                List.of(
                        new SetVariableData(
                                null,
                                order,
                                new Component(null, KnownNetwork.COMPONENT, null, null),
                                new Variable(KnownNetwork.PRIORITY, null, null),
                                null)),
                null);
    }

    /** The new way before those that the station has: its way back. */
    private static String order(Migration migration) {
        String slot = Integer.toString(migration.slot());
        return Stream.concat(
                        Stream.of(slot),
                        KnownNetwork.list(migration.priority()).stream()
                                .filter(other -> !other.equals(slot)))
                .collect(Collectors.joining(","));
    }

    private static Request<?> read(String variable) {
        return new GetVariablesRequest(
                List.of(
                        new GetVariableData(
                                null,
                                new Component(null, KnownNetwork.COMPONENT, null, null),
                                new Variable(variable, null, null),
                                null)),
                null);
    }

    static Result result(Migration.Step step, Outcome<?> outcome) {
        if (outcome instanceof Outcome.Answered<?>(var answer)) {
            return answered(answer);
        }
        if (step == Migration.Step.DRAIN && outcome instanceof Outcome.Refused<?>) {
            return new Result.Done(null); // a station that cannot tell
        }
        CommandOutcome ended =
                CommandOutcome.of(
                        outcome,
                        _ -> {
                            throw new IllegalStateException("Answered");
                        });
        String info = ended.info();
        return new Result.Failed(
                step.text() + ": " + ended.status() + (info == null ? "" : ", " + info));
    }

    private static Result answered(Response answer) {
        return switch (answer) {
            case GetVariablesResponse r -> value(r);
            case GetTransactionStatusResponse r ->
                    r.messagesInQueue() ? new Result.Again() : new Result.Done(null);
            case SetVariablesResponse r -> set(r.setVariableResult().getFirst());
            case ResetResponse r ->
                    r.status() == ResetStatusEnum.REJECTED
                            ? new Result.Failed(
                                    "Reset: " + CommandOutcome.answered(r.status(), r.statusInfo()))
                            : new Result.Done(null);
            default -> new Result.Done(null); // inoperative is recommended, not demanded: B10.FR.05
        };
    }

    private static Result value(GetVariablesResponse answer) {
        return answer.getVariableResult().stream()
                .filter(result -> result.attributeStatus() == GetVariableStatusEnum.ACCEPTED)
                .filter(result -> result.attributeValue() != null)
                .findFirst()
                .<Result>map(result -> new Result.Done(result.attributeValue()))
                .orElseGet(() -> new Result.Failed("The station does not tell its network"));
    }

    private static Result set(SetVariableResult result) { // B10.FR.01, B10.FR.02
        return result.attributeStatus() == SetVariableStatusEnum.ACCEPTED
                        || result.attributeStatus() == SetVariableStatusEnum.REBOOT_REQUIRED
                ? new Result.Done(null)
                : new Result.Failed(
                        "NetworkConfigurationPriority: "
                                + CommandOutcome.answered(
                                        result.attributeStatus(), result.attributeStatusInfo()));
    }
}
