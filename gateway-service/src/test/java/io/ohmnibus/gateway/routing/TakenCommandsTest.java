/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.gateway.command.Command;
import io.ohmnibus.platform.bus.BusRecord;
import io.ohmnibus.platform.bus.Headers;
import io.ohmnibus.platform.bus.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TakenCommandsTest {

    private static final Instant DEADLINE = Instant.parse("2026-01-02T03:04:05Z");

    private final TakenCommands taken = new TakenCommands(2);

    @Test
    void knowsACommandAgainUntilItsDeadline() {
        taken.add(command("a"));
        assertThat(taken.isRepetition(command("a"))).isTrue();
        assertThat(taken.isRepetition(command("b"))).isFalse();

        taken.forgetLate(DEADLINE.minusSeconds(1));
        assertThat(taken.isRepetition(command("a"))).isTrue();
        taken.forgetLate(DEADLINE);
        assertThat(taken.isRepetition(command("a"))).isFalse();
    }

    @Test
    void takesWhatIsHandedBackForNoRepetitionHoweverOften() {
        taken.add(command("a"));
        assertThat(taken.isRepetition(handedBack("a"))).isFalse();
        taken.add(handedBack("a"));
        assertThat(taken.isRepetition(handedBack("a"))).isFalse();
        assertThat(taken.isRepetition(command("a"))).isTrue();
    }

    @Test
    void knowsACommandAgainThatItFirstSawHandedBack() {
        taken.add(handedBack("a")); // its first router is gone
        assertThat(taken.isRepetition(command("a"))).isTrue();
        taken.withdraw("a");
        assertThat(taken.isWithdrawn(handedBack("a"))).isTrue();
    }

    @Test
    void knowsWhatAnEarlierRouterHandedOnThoughItWasGivenBackInBetween() {
        taken.handedOn(handedBack("a"));
        taken.handedOn(command("a"));
        assertThat(taken.isRepetition(command("a"))).isTrue();
        assertThat(taken.isRepetition(handedBack("a"))).isTrue();

        taken.handedOn(command("b"));
        assertThat(taken.isRepetition(command("b"))).isTrue();
        assertThat(taken.isRepetition(handedBack("b"))).isFalse();
    }

    @Test
    void knowsACommandThatIsGivenBackAfterItWasWithdrawn() {
        taken.withdraw("a"); // never seen
        assertThat(taken.isWithdrawn(command("a"))).isFalse();

        taken.add(command("a"));
        taken.withdraw("a");
        taken.add(handedBack("a"));
        assertThat(taken.isWithdrawn(handedBack("a"))).isTrue();
        taken.forgetLate(DEADLINE);
        assertThat(taken.isWithdrawn(handedBack("a"))).isFalse();
    }

    @Test
    void forgetsTheOldestWhenThereAreTooMany() {
        taken.add(command("a"));
        taken.add(command("b"));
        taken.add(command("c"));
        assertThat(taken.isRepetition(command("a"))).isFalse();
        assertThat(taken.isRepetition(command("c"))).isTrue();
    }

    private static Command handedBack(String id) {
        Command forwarded = Command.read(withPartition(command(id).forwarded(0, "connection")));
        return Command.read(withPartition(forwarded.handedBack()));
    }

    private static Command command(String id) {
        Map<String, String> headers = new HashMap<>();
        headers.put(Headers.CORRELATION_ID, id);
        headers.put(Headers.ACTION, "ClearCache");
        headers.put(Headers.REPLY_TOPIC, "results");
        headers.put(Headers.REPLY_PARTITION, "0");
        headers.put(Headers.DEADLINE, DEADLINE.toString());
        return Command.read(
                withPartition(
                        BusRecord.keyed(Topics.COMMANDS, "default/CS", new byte[0], headers)));
    }

    private static BusRecord withPartition(BusRecord record) {
        return new BusRecord(record.topic(), 0, record.key(), record.body(), record.headers());
    }
}
