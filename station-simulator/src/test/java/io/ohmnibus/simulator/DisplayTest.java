/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.ClearDisplayMessageRequest;
import io.ohmnibus.ocpp.message.ClearDisplayMessageResponse;
import io.ohmnibus.ocpp.message.GetDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.GetDisplayMessagesResponse;
import io.ohmnibus.ocpp.message.NotifyDisplayMessagesRequest;
import io.ohmnibus.ocpp.message.NotifyDisplayMessagesResponse;
import io.ohmnibus.ocpp.message.SetDisplayMessageRequest;
import io.ohmnibus.ocpp.message.SetDisplayMessageResponse;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.ClearMessageStatusEnum;
import io.ohmnibus.ocpp.type.DisplayMessageStatusEnum;
import io.ohmnibus.ocpp.type.GetDisplayMessagesStatusEnum;
import io.ohmnibus.ocpp.type.MessageContent;
import io.ohmnibus.ocpp.type.MessageFormatEnum;
import io.ohmnibus.ocpp.type.MessageInfo;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.ocpp.type.MessageStateEnum;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DisplayTest {

    private final FakeCsms csms = new FakeCsms(OcppVersion.V2_1);
    private final Station station =
            Station.builder("CS001").url(csms.url()).reportLinesPerMessage(2).build();

    @BeforeEach
    void boots() {
        csms.on(NotifyDisplayMessagesRequest.class, _ -> NotifyDisplayMessagesResponse.EMPTY);
        station.connect();
        station.boot(BootReasonEnum.POWER_UP);
    }

    @AfterEach
    void everyFrameWasValid() {
        station.close();
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private DisplayMessageStatusEnum set(
            int id,
            MessagePriorityEnum priority,
            @Nullable MessageStateEnum state,
            @Nullable Instant end,
            MessageContent text) {
        var message = new MessageInfo(null, id, priority, state, null, end, null, text, null, null);
        return csms.call(
                        new SetDisplayMessageRequest(message, null),
                        SetDisplayMessageResponse.class)
                .status();
    }

    private DisplayMessageStatusEnum set(int id, MessagePriorityEnum priority) {
        return set(id, priority, null, null, text(MessageFormatEnum.UTF8, "en"));
    }

    private static MessageContent text(MessageFormatEnum format, String language) {
        return new MessageContent(format, language, "Hello", null);
    }

    private GetDisplayMessagesStatusEnum get(int requestId, @Nullable MessagePriorityEnum wanted) {
        return csms.call(
                        new GetDisplayMessagesRequest(null, requestId, wanted, null, null),
                        GetDisplayMessagesResponse.class)
                .status();
    }

    @Test
    void tellsInPartsWhatItHolds() {
        assertThat(get(1, null)).isEqualTo(GetDisplayMessagesStatusEnum.UNKNOWN);
        for (int id = 1; id <= 3; id++) {
            assertThat(set(id, MessagePriorityEnum.NORMAL_CYCLE))
                    .isEqualTo(DisplayMessageStatusEnum.ACCEPTED);
        }
        set(4, MessagePriorityEnum.ALWAYS_FRONT);
        set(5, MessagePriorityEnum.ALWAYS_FRONT);
        assertThat(station.model().get("DisplayMessageCtrlr", "DisplayMessages")).isEqualTo("4");

        assertThat(get(2, MessagePriorityEnum.NORMAL_CYCLE))
                .isEqualTo(GetDisplayMessagesStatusEnum.ACCEPTED);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> csms.requests(NotifyDisplayMessagesRequest.class).size() == 2);
        var parts = csms.requests(NotifyDisplayMessagesRequest.class);
        assertThat(parts.getFirst().tbc()).isTrue();
        assertThat(parts.getFirst().messageInfo()).hasSize(2);
        assertThat(parts.getLast().tbc()).isNull();
        assertThat(parts.getLast().messageInfo()).hasSize(1);
    }

    @Test
    void clearsWhatItHolds() {
        set(1, MessagePriorityEnum.NORMAL_CYCLE);
        var clear = new ClearDisplayMessageRequest(1, null);
        assertThat(csms.call(clear, ClearDisplayMessageResponse.class).status())
                .isEqualTo(ClearMessageStatusEnum.ACCEPTED);
        assertThat(csms.call(clear, ClearDisplayMessageResponse.class).status())
                .isEqualTo(ClearMessageStatusEnum.UNKNOWN);
    }

    @Test
    void removesWhatIsOver() {
        var past = station.now().minusSeconds(1);
        var text = text(MessageFormatEnum.UTF8, "en");
        set(1, MessagePriorityEnum.NORMAL_CYCLE, null, past, text);
        assertThat(get(1, null)).isEqualTo(GetDisplayMessagesStatusEnum.UNKNOWN);
    }

    @Test
    void refusesWhatItCannotShow() {
        var normal = MessagePriorityEnum.NORMAL_CYCLE;
        var html = text(MessageFormatEnum.HTML, "en");
        var dutch = text(MessageFormatEnum.UTF8, "nl");
        var unknown = text(MessageFormatEnum.UTF8, "xx");
        assertThat(set(1, normal, MessageStateEnum.SUSPENDED, null, dutch))
                .isEqualTo(DisplayMessageStatusEnum.NOT_SUPPORTED_STATE);
        assertThat(set(1, normal, null, null, html))
                .isEqualTo(DisplayMessageStatusEnum.NOT_SUPPORTED_MESSAGE_FORMAT);
        assertThat(set(1, normal, null, null, unknown))
                .isEqualTo(DisplayMessageStatusEnum.LANGUAGE_NOT_SUPPORTED);
        station.model().set("DisplayMessageCtrlr", "SupportedPriorities", "", "InFront");
        assertThat(set(1, normal)).isEqualTo(DisplayMessageStatusEnum.NOT_SUPPORTED_PRIORITY);
        for (int id = 1; id <= 10; id++) {
            set(id, MessagePriorityEnum.IN_FRONT);
        }
        assertThat(set(11, MessagePriorityEnum.IN_FRONT))
                .isEqualTo(DisplayMessageStatusEnum.REJECTED);
        assertThat(set(10, MessagePriorityEnum.IN_FRONT))
                .isEqualTo(DisplayMessageStatusEnum.ACCEPTED);
    }
}
