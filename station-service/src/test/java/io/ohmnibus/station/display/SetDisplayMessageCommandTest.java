/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import static io.ohmnibus.station.fixture.Fixture.CLOCK;
import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.message.SetDisplayMessageResponse;
import io.ohmnibus.ocpp.type.DisplayMessageStatusEnum;
import io.ohmnibus.ocpp.type.MessageContent;
import io.ohmnibus.ocpp.type.MessageFormatEnum;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.ocpp.RuleViolation;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.station.registry.BootPolicy;
import io.ohmnibus.station.registry.FakeStations;
import io.ohmnibus.station.registry.RegisteredStation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class SetDisplayMessageCommandTest {

    private final FakeStations stations = new FakeStations();
    private final FakeDisplayMessages messages = new FakeDisplayMessages();
    private final SetDisplayMessageCommand command =
            new SetDisplayMessageCommand(stations, messages, CLOCK);

    private static SetDisplayMessageRequest request(MessageInfo message) {
        return new SetDisplayMessageRequest(message, null);
    }

    private void refused(MessageInfo message, String requirement) {
        assertThatThrownBy(() -> command.prepare(KEY, request(message)).block())
                .isInstanceOfSatisfying(
                        RuleViolation.class,
                        broken -> assertThat(broken.requirement()).isEqualTo(requirement));
    }

    private void accepts(MessageInfo message) {
        assertThat(command.prepare(KEY, request(message)).block()).isEqualTo(request(message));
    }

    private void completed(MessageInfo message, DisplayMessageStatusEnum status) {
        command.completed(
                        KEY,
                        request(message),
                        new Outcome.Answered<>(new SetDisplayMessageResponse(status, null, null)))
                .block();
    }

    @Test
    @Requirement("O01.FR.17")
    void languagesAreTagsOfRfc5646() {
        accepts(Texts.inLanguages("en-US", "de", "zh-Hant"));
        refused(Texts.inLanguages("en_US"), "O01.FR.17");
        refused(Texts.inLanguages("en", "english!"), "O01.FR.17");
        refused(Texts.inLanguages(""), "O01.FR.17");
    }

    @Test
    void noLanguageStandsTwice() {
        refused(Texts.inLanguages("en", "EN"), "O01.FR.08");
    }

    @Test
    @Requirement({"O01.FR.05", "O01.FR.07"})
    void timesMakeSense() {
        accepts(Texts.lasting(1, NOW.plusSeconds(60), NOW.plusSeconds(61)));
        accepts(Texts.lasting(1, NOW.minusSeconds(60), null));
        refused(Texts.lasting(1, NOW.plusSeconds(60), NOW.plusSeconds(60)), "O01.FR.05");
        refused(Texts.lasting(1, null, NOW), "O01.FR.07");
    }

    @Test
    @Requirement("O01.FR.04")
    void aTransactionIsNamedOrLeftOut() {
        accepts(Texts.message(1, MessagePriorityEnum.IN_FRONT, "tx"));
        refused(Texts.message(1, MessagePriorityEnum.IN_FRONT, " "), "O01.FR.04");
    }

    @Test
    void asciiIsAscii() {
        var text = new MessageContent(MessageFormatEnum.ASCII, null, "Grüße", null);
        refused(
                new MessageInfo(
                        null,
                        1,
                        MessagePriorityEnum.IN_FRONT,
                        null,
                        null,
                        null,
                        null,
                        text,
                        null,
                        null),
                "O01.FR.03");
    }

    @Test
    void aStationOf201GetsTheFirstLanguageOnly() {
        stations.stations.put(
                KEY.toString(),
                new RegisteredStation(
                        KEY,
                        1,
                        BootPolicy.ACCEPT,
                        null,
                        RegisteredStation.Grouping.NONE,
                        NOW,
                        null,
                        new RegisteredStation.Connection(
                                true, "c1", "ocpp2.0.1", NOW, null, null)));
        var sent = command.prepare(KEY, request(Texts.inLanguages("en", "de"))).block();
        assertThat(sent).isNotNull();
        assertThat(sent.message().messageExtra()).isNull();
        assertThat(sent.message().message().language()).isEqualTo("en");
    }

    @Test
    @Requirement("O06.FR.01")
    void whatTheStationTookIsMirroredAndReplaced() {
        completed(Texts.message(1), DisplayMessageStatusEnum.ACCEPTED);
        MessageInfo other = Texts.message(1, MessagePriorityEnum.IN_FRONT, null);
        completed(other, DisplayMessageStatusEnum.ACCEPTED);
        assertThat(messages.messages).hasSize(1).containsEntry(1, other);
    }

    @Test
    @Requirement({"O01.FR.01", "O01.FR.11", "O01.FR.18", "O02.FR.01"})
    void whatTheStationDidNotTakeIsNotMirrored() {
        for (var status : DisplayMessageStatusEnum.values()) {
            if (status != DisplayMessageStatusEnum.ACCEPTED) {
                completed(Texts.message(1), status);
            }
        }
        command.completed(KEY, request(Texts.message(1)), new Outcome.Offline<>()).block();
        assertThat(messages.messages).isEmpty();
        assertThat(messages.doubtful).isEmpty();
    }

    @Test
    void withoutAnAnswerItIsDoubtful() {
        var late = new Outcome.TimedOut<SetDisplayMessageResponse>(Duration.ofSeconds(30));
        command.completed(KEY, request(Texts.message(1)), late).block();
        assertThat(messages.doubtful).containsExactly(1);
    }
}
