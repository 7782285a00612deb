/* Copyright the Ohmnibus authors. SPDX-License-Identifier: Apache-2.0 */
package io.ohmnibus.bench.deploy;

import io.ohmnibus.bench.load.Access;
import io.ohmnibus.platform.ocpp.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** A running platform with nothing in it. */
public interface Deployment extends AutoCloseable {

    /** Where stations connect with plain WebSockets; their identity follows. */
    URI stations();

    /** How registered stations get in. */
    Access access();

    /** The same over TLS, security profile 2. */
    Access tlsAccess();

    /** The base of a service's REST API, with a slash at the end. */
    URI rest(Service service);

    /** An access token of an administrator. */
    String token();

    /** Every process that does the platform's work. */
    List<Part> parts();

    /** Where its data is: in {@code kafka} that of the broker. */
    Path folder();

    /** A JDBC URL of the database, with its user. */
    String jdbcUrl();

    @Override
    void close();
}
