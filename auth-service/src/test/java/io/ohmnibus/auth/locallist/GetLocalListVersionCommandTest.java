/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.auth.locallist;

import static io.ohmnibus.auth.locallist.ListsUnderTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.auth.locallist.LocalList.Status;
import io.ohmnibus.contracts.station.StationBooted;
import io.ohmnibus.ocpp.message.GetLocalListVersionRequest;
import io.ohmnibus.ocpp.message.SendLocalListRequest;
import io.ohmnibus.ocpp.type.BootReasonEnum;
import io.ohmnibus.ocpp.type.RegistrationStatusEnum;
import io.ohmnibus.ocpp.type.UpdateEnum;
import io.ohmnibus.platform.event.EventMeta;
import io.ohmnibus.platform.ocpp.Outcome;
import io.ohmnibus.platform.test.EmbeddedTest;
import io.ohmnibus.platform.test.Requirement;
import io.ohmnibus.platform.test.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Which version stations have, and what follows from a wrong one (D02). */
@EmbeddedTest
final class GetLocalListVersionCommandTest {

    private final ListsUnderTest under;

    GetLocalListVersionCommandTest(TestDatabase database) {
        under = new ListsUnderTest(database);
        under.save(token("A"), token("B"));
        under.rule(LocalListRule.Tokens.All, false);
        under.sweep();
        under.parts();
    }

    @Test
    @Requirement({"D02.FR.01", "D01.FR.03"})
    void replacesAListWhoseVersionIsNotOurs() {
        under.installed.clear();
        under.installed.put("STRANGER", "Accepted");
        under.installedVersion = 12;

        under.await(under.lists.request(under.station, false, true));
        under.sweep();

        assertThat(under.parts())
                .singleElement()
                .returns(UpdateEnum.FULL, SendLocalListRequest::updateType)
                .returns(13, SendLocalListRequest::versionNumber);
        assertThat(under.installed).containsOnlyKeys("A", "B");
        assertThat(under.list())
                .returns(12, LocalList::reportedVersion)
                .returns(Status.InSync, LocalList::status);
    }

    @Test
    @Requirement("D02.FR.02")
    void replacesAListThatIsLost() {
        under.installed.clear();
        under.installedVersion = 0;

        under.save(token("C"));
        under.sweep();

        assertThat(under.installed).containsOnlyKeys("A", "B", "C");
    }

    @Test
    void leavesAListThatIsTheRightOne() {
        under.await(under.lists.request(under.station, false, true));
        under.sweep();

        assertThat(under.parts()).isEmpty();
        assertThat(under.list())
                .returns(1, LocalList::reportedVersion)
                .returns(Status.InSync, LocalList::status)
                .satisfies(list -> assertThat(list.verifiedAt()).isEqualTo(under.now()));
    }

    @Test
    void asksAStationThatBootsOnceADay() {
        under.installedVersion = 0;
        under.installed.clear();
        boot();
        under.sweep();
        assertThat(under.installed).as("not within the first day").isEmpty();

        under.pass(Duration.ofDays(2));
        boot();
        under.sweep();
        assertThat(under.installed).containsOnlyKeys("A", "B");
    }

    private void boot() {
        under.await(
                new ListOnBoot(under.lists)
                        .on(
                                new EventMeta("e", under.station, under.now()),
                                new StationBooted(
                                        RegistrationStatusEnum.ACCEPTED,
                                        BootReasonEnum.POWER_UP,
                                        "vendor",
                                        "model",
                                        null,
                                        null,
                                        under.now())));
    }

    @Test
    void anAnswerThatDoesNotComeIsTriedAgainLater() {
        under.await(under.lists.request(under.station, false, true));
        under.look();
        GetLocalListVersionRequest asked = new GetLocalListVersionRequest(null);
        under.await(
                under.version.completed(
                        under.station, asked, new Outcome.TimedOut<>(Duration.ofMinutes(1))));
        assertThat(under.list().status()).isEqualTo(Status.Failed);

        under.await(under.version.completed(under.station, asked, new Outcome.Offline<>()));
        assertThat(under.list().status()).isEqualTo(Status.Waiting);

        under.await(under.lists.connected(under.station, under.now()));
        under.look();
        assertThat(under.commands.sent())
                .filteredOn(GetLocalListVersionRequest.class::isInstance)
                .as("asked again when it is back")
                .hasSize(2);
    }
}
