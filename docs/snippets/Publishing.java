import java.util.List;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Publication;

class Publishing {

	private final BroadcastService broadcasts;

	Publishing(BroadcastService broadcasts) {
		this.broadcasts = broadcasts;
	}

	record Order(long id, String state) {
	}

	void examples(Order order, String sessionId) {
		// An object goes through the application's JSON mapper, a String is a text
		this.broadcasts.publish("orders/" + order.id(), order);
		this.broadcasts.publish("news", "Order 17 was shipped");

		// JSON that you have already is passed on byte for byte
		this.broadcasts.publishJson("orders/17", "{\"state\":\"shipped\"}");

		// To everybody but the browser that caused it: its cable.sessionId
		this.broadcasts.publish("orders/17", order, BroadcastService.exclude(sessionId));

		// Several in one step, in this order: the backend takes all of them or none
		this.broadcasts.publishAll(List.of(Publication.of("orders/17", this.broadcasts.payload(order)),
				Publication.of("typing/17", this.broadcasts.payload("Ann")).asTransient()));

		// Without waiting for the backend
		this.broadcasts.publishAsync("orders/17", order).whenComplete((result, failure) -> {
			if (failure != null) {
				System.err.println("Not published: " + failure.getMessage());
			}
		});

		// End all connections of one user; the text is the token's "ext", byte for byte
		this.broadcasts.disconnect("{\"user_id\":42}", false);
	}

}
