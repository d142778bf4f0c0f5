import io.github.realtimespring.broadcast.BroadcastService;

class Hello {

	private final BroadcastService broadcasts;

	Hello(BroadcastService broadcasts) {
		this.broadcasts = broadcasts;
	}

	void say(String text) {
		this.broadcasts.publish("greetings", text);
	}

}
