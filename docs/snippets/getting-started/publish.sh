curl --data-urlencode 'text=It works' http://localhost:8080/news
