/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.ohmnibus.ocpp.OcppVersion;
import io.ohmnibus.ocpp.message.AuthorizeRequest;
import io.ohmnibus.ocpp.message.AuthorizeResponse;
import io.ohmnibus.ocpp.message.TransactionEventRequest;
import io.ohmnibus.ocpp.type.AuthorizationStatusEnum;
import io.ohmnibus.ocpp.type.TransactionEventEnum;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class StationsCommandTest {

    private final FakeCsms csms = new FakeCsms(OcppVersion.V2_1);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @AfterEach
    void everyFrameWasValid() {
        assertThat(csms.wrong()).isEmpty();
        csms.close();
    }

    private int run(String... arguments) {
        return new CommandLine(new StationsCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void chargesOnceAndTellsWhatHappens() {
        int status = run("--url", csms.url(), "--once", "--charging", "1", "--readings", "1");
        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString())
                .contains("CS001 EVSE 1: cable plugged in", "CS001 EVSE 1: transaction ended");
        assertThat(csms.requests(TransactionEventRequest.class).getLast().eventType())
                .isEqualTo(TransactionEventEnum.ENDED);
    }

    @Test
    void failsWhenTheTokenIsNotAccepted() {
        csms.on(
                AuthorizeRequest.class,
                _ ->
                        new AuthorizeResponse(
                                Authorization.info(AuthorizationStatusEnum.UNKNOWN),
                                null,
                                null,
                                null,
                                null));
        assertThat(run("--url", csms.url(), "--once")).isEqualTo(1);
        assertThat(err.toString()).contains("could not charge").contains("1 of 1 stations failed");
    }

    @Test
    void failsWhenTheCsmsCannotBeReached() {
        csms.close();
        assertThat(run("--url", csms.url(), "--once", "--count", "2")).isEqualTo(1);
        assertThat(err.toString())
                .contains("CS001 Cannot connect to " + csms.url())
                .contains("2 of 2 stations failed");
    }

    @Test
    void explainsWrongOptions() {
        assertThat(run("--ramp", "fast")).isEqualTo(2);
        assertThat(run("--version", "1.6")).isEqualTo(2);
        assertThat(run("--url", "http://localhost")).isEqualTo(2);
        assertThat(run("--credentials", "/nowhere/stations.csv")).isEqualTo(2);
        assertThat(err.toString())
                .contains("--ramp is a number of stations per second")
                .contains("--version is 2.1, 2.0.1 or mixed, not 1.6")
                .contains("--url begins with ws:// or wss://")
                .contains("cannot read /nowhere/stations.csv");
    }
}
