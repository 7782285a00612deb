/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.transaction.reservation;

import static io.ohmnibus.transaction.reservation.FakeReservations.KEY;
import static io.ohmnibus.transaction.reservation.FakeReservations.NOW;
import static io.ohmnibus.transaction.reservation.FakeReservations.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.contracts.transaction.UsedToken;
import io.ohmnibus.ocpp.OcppError;
import io.ohmnibus.ocpp.OcppErrorCode;
import io.ohmnibus.ocpp.message.ReserveNowRequest;
import io.ohmnibus.ocpp.message.ReserveNowResponse;
import io.ohmnibus.ocpp.type.IdToken;
import io.ohmnibus.ocpp.type.ReserveNowStatusEnum;
import io.ohmnibus.ocpp.type.StatusInfo;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.transaction.command.CommandAnswer;
import io.ohmnibus.transaction.reservation.Reservations.Kept;
import io.ohmnibus.transaction.reservation.Reservations.Turn;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReserveNowCommandTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final FakeReservations reservations = new FakeReservations();
    private final ReserveNowCommand command =
            new ReserveNowCommand(
                    reservations,
                    reservations.news(),
                    FakeReservations.PROPERTIES,
                    FakeReservations.CLOCK);

    private void refused(ReserveNowRequest request, String requirement) {
        assertThatThrownBy(() -> command.prepare(KEY, request).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo(requirement));
    }

    private void ends(Outcome<ReserveNowResponse> outcome) {
        command.completed(KEY, reserve(1, HOUR), outcome).block();
    }

    @Test
    @Requirement("C09.FR.13")
    void refusesAGroupThatIsNotCentral() {
        refused(
                new ReserveNowRequest(
                        7,
                        NOW.plus(HOUR),
                        null,
                        new IdToken(null, "ABC", "ISO14443", null),
                        1,
                        new IdToken(null, "GROUP", "ISO14443", null),
                        null),
                "C09.FR.13");
    }

    @Test
    @Requirement({"H01.FR.02", "H01.FR.23", "H04.FR.01"})
    void refusesWhatMakesNoSense() {
        refused(reserve(0, HOUR), "H01.FR.23");
        refused(reserve(1, Duration.ZERO), "H04.FR.01");
        refused(reserve(1, Duration.ofHours(25)), "H04.FR.01");
        reservations.kept = Kept.ID_IS_USED;
        refused(reserve(1, HOUR), "H01.FR.02");
        reservations.kept = Kept.TOO_MANY_OF_TOKEN;
        refused(reserve(null, HOUR), "H01");
        reservations.kept = Kept.YES;
        assertThat(command.prepare(KEY, reserve(null, HOUR)).block())
                .isEqualTo(reserve(null, HOUR));
    }

    @ParameterizedTest
    @EnumSource(ReserveNowStatusEnum.class)
    @Requirement({"H01.FR.01", "H01.FR.03", "H01.FR.11", "H01.FR.12", "H01.FR.14", "H01.FR.19"})
    void takesEachAnswer(ReserveNowStatusEnum status) {
        ends(
                new Outcome.Answered<>(
                        new ReserveNowResponse(status, new StatusInfo("Why", null, null), null)));
        ReservationState state =
                status == ReserveNowStatusEnum.ACCEPTED
                        ? ReservationState.ACTIVE
                        : ReservationState.REFUSED;
        assertThat(reservations.answers)
                .containsExactly(new CommandAnswer(status.wireName(), "Why"));
        assertThat(reservations.turns).containsExactly(new Turn(state, true, NOW));
        assertThat(reservations.published)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.state()).isEqualTo(state.text());
                    assertThat(event.from()).isEqualTo("Active");
                    assertThat(event.groupIdToken()).isEqualTo(new UsedToken("GROUP", "Central"));
                    assertThat(event.at()).isEqualTo(NOW);
                });
        assertThat(
                        reservations
                                .registry
                                .counter("ohmnibus.reservation.changes", "state", state.text())
                                .count())
                .isEqualTo(1);
    }

    @Test
    void withoutAnAnswerOnlyAStationThatWasAskedMayKeepIt() {
        ends(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
        ends(new Outcome.Offline<>());
        ends(new Outcome.Refused<>(new OcppError(OcppErrorCode.NOT_IMPLEMENTED, "no")));
        assertThat(reservations.turns)
                .containsExactly(
                        new Turn(ReservationState.UNCERTAIN, false, NOW),
                        new Turn(ReservationState.REFUSED, false, NOW),
                        new Turn(ReservationState.REFUSED, true, NOW));
        assertThat(reservations.answers)
                .containsExactly(
                        new CommandAnswer("TimedOut", null),
                        new CommandAnswer("Offline", null),
                        new CommandAnswer("Refused", "no"));
    }
}
