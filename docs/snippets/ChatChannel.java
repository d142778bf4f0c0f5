import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import io.github.realtimespring.broadcast.BroadcastService;
import io.github.realtimespring.broadcast.Payload;
import io.github.realtimespring.channel.ChannelHandler;
import io.github.realtimespring.channel.ChannelSubscription;
import io.github.realtimespring.channel.SubscribeDecision;
import io.github.realtimespring.channel.SubscribeRequest;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

@Component("ChatChannel")
class ChatChannel implements ChannelHandler {

	// asked for late: the service stands on the server, and the server on its channels
	private final ObjectProvider<BroadcastService> broadcasts;

	ChatChannel(ObjectProvider<BroadcastService> broadcasts) {
		this.broadcasts = broadcasts;
	}

	@Override
	public CompletionStage<SubscribeDecision> subscribe(SubscribeRequest request) {
		String room = request.identifier().text("room");
		boolean allowed = room != null && request.identity().principal() != null;
		return CompletableFuture
			.completedFuture(allowed ? SubscribeDecision.confirm(List.of("chat/" + room)) : SubscribeDecision.reject());
	}

	@Override
	public CompletionStage<Void> perform(ChannelSubscription subscription, String data) {
		subscription.transmit(Payload.text("seen"));
		return this.broadcasts.getObject().publishAsync("chat/42", data).thenApply((result) -> null);
	}

}
