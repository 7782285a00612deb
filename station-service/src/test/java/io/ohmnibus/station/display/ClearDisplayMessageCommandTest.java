/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.message.ClearDisplayMessageRequest;
import io.ohmnibus.ocpp.message.ClearDisplayMessageResponse;
import io.ohmnibus.ocpp.type.ClearMessageStatusEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.Requirement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClearDisplayMessageCommandTest {

    private final FakeDisplayMessages messages = new FakeDisplayMessages();
    private final ClearDisplayMessageCommand command =
            new ClearDisplayMessageCommand(messages, CLOCK);

    @BeforeEach
    void one() {
        messages.messages.put(1, Texts.message(1));
    }

    private void completed(Outcome<ClearDisplayMessageResponse> outcome) {
        command.completed(KEY, new ClearDisplayMessageRequest(1, null), outcome).block();
    }

    private static Outcome<ClearDisplayMessageResponse> answer(ClearMessageStatusEnum status) {
        return new Outcome.Answered<>(new ClearDisplayMessageResponse(status, null, null));
    }

    @Test
    @Requirement("O05.FR.01")
    void whatIsClearedIsGone() {
        completed(answer(ClearMessageStatusEnum.ACCEPTED));
        assertThat(messages.messages).isEmpty();
    }

    @Test
    @Requirement("O05.FR.02")
    void whatTheStationDoesNotKnowIsGoneToo() {
        completed(answer(ClearMessageStatusEnum.UNKNOWN));
        assertThat(messages.messages).isEmpty();
    }

    @Test
    @Requirement("O05.FR.03")
    void whatTheStationWillNotClearStays() {
        completed(answer(ClearMessageStatusEnum.REJECTED));
        completed(new Outcome.Offline<>());
        assertThat(messages.messages).hasSize(1);
        completed(new Outcome.TimedOut<>(Duration.ofSeconds(30)));
        assertThat(messages.doubtful).containsExactly(1);
    }
}
