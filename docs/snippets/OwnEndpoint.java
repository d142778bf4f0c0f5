import io.github.realtimespring.auth.Identity;
import io.github.realtimespring.autoconfigure.websocket.JwtHandshakeInterceptor;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;
import org.springframework.web.socket.config.annotation.WebSocketHandlerRegistry;
import org.springframework.web.socket.handler.TextWebSocketHandler;

@Configuration(proxyBeanMethods = false)
@EnableWebSocket
class OwnEndpoint implements WebSocketConfigurer {

	private final JwtHandshakeInterceptor interceptor;

	OwnEndpoint(JwtHandshakeInterceptor interceptor) {
		this.interceptor = interceptor;
	}

	@Override
	public void registerWebSocketHandlers(WebSocketHandlerRegistry registry) {
		// "*" switches Spring's own check off: the interceptor checks the origin by realtime.origins.*
		registry.addHandler(new Greeter(), "/ws/greet")
			.setAllowedOriginPatterns("*")
			.addInterceptors(this.interceptor);
	}

	static class Greeter extends TextWebSocketHandler {

		@Override
		public void afterConnectionEstablished(WebSocketSession session) throws Exception {
			Identity identity = JwtHandshakeInterceptor.identity(session.getAttributes());
			String name = (identity != null) ? identity.principal() : "stranger";
			session.sendMessage(new TextMessage("Hello " + name));
		}

	}

}
