/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.station.display;

import static io.ohmnibus.station.fixture.Fixture.KEY;
import static io.ohmnibus.station.fixture.Fixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.contracts.transaction.TransactionEnded;
import io.ohmnibus.ocpp.type.MessagePriorityEnum;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.test.Requirement;
import org.junit.jupiter.api.Test;

final class ForgetMessagesOfTransactionTest {

    private final FakeDisplayMessages messages = new FakeDisplayMessages();

    @Test
    @Requirement("O02.FR.02")
    void aMessageEndsWithItsTransaction() {
        messages.messages.put(1, Texts.message(1, MessagePriorityEnum.IN_FRONT, "tx"));
        messages.messages.put(2, Texts.message(2, MessagePriorityEnum.IN_FRONT, "other"));
        messages.messages.put(3, Texts.message(3));
        var ended = new TransactionEnded("tx", NOW, NOW, NOW, 1, 1, null, "Local", null, true);

        new ForgetMessagesOfTransaction(messages).on(new EventMeta("1", KEY, NOW), ended).block();

        assertThat(messages.messages).containsOnlyKeys(2, 3);
    }
}
